"""Reports of three happenings in places that do not exist."""

from reportedly.stories import Report

REPORTS = (
    Report(
        id="a1",
        headline="Ferry runs aground off Vantry harbour",
        text="The ferry Sula Gray ran aground off Vantry on Tuesday with 212 people aboard, the coast guard "
        "said. All passengers were taken ashore by lifeboats from Vantry and Old Quay.",
        day=19000.3,
    ),
    Report(
        id="a2",
        headline="212 rescued after Vantry ferry grounding",
        text="Lifeboats brought 212 passengers ashore after the Sula Gray ran aground near Vantry harbour on "
        "Tuesday morning. The coast guard said nobody was hurt.",
        day=19000.4,
    ),
    Report(
        id="a3",
        headline="Coast guard opens inquiry into Sula Gray grounding",
        text="The coast guard will look into why the ferry Sula Gray ran aground off Vantry harbour with "
        "212 people aboard on Tuesday.",
        day=19000.8,
    ),
    Report(
        id="b1",
        headline="Orsa council votes to close the Mill Lane library",
        text="Councillors in Orsa voted nine to six on Tuesday to close the Mill Lane library in spring. "
        "Mayor Ana Torv said the building needs repairs that the town cannot pay for.",
        day=19000.5,
    ),
    Report(
        id="b2",
        headline="Mill Lane library to close after Orsa vote",
        text="The Mill Lane library will close in spring after Orsa councillors voted nine to six. Mayor Ana "
        "Torv said the town could not pay for repairs to the building.",
        day=19000.6,
    ),
    Report(
        id="c1",
        headline="Snow leopards counted again in the Tarn hills",
        text="Biologists have counted 41 snow leopards in the Tarn hills, more than at any time in "
        "twenty years.",
        day=19000.2,
    ),
)
STORIES = (("a1", "a2", "a3"), ("b1", "b2"), ("c1",))
