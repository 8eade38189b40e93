// Nudge: What did you not know last week that you know now? Write it to yourself, as you were then.
// Idea: One thing is enough: one number of this chapter that you did not expect, what you had expected, and what is
//   behind it. Read it aloud before you send it anywhere.
// Almost: "# Title", then "## What I tried", "## What came out", "## What surprised me", three sentences below each.

public func firstPost() throws -> String {
    """
    # A bear at night is no bear

    ## What I tried

    I trained a classifier of bears on photos from the internet. It was right about nearly all photos that it had not
    seen, and I was ready to hang it up in the woods.

    ## What came out

    Then I made the same photos dark and grey, as a camera sees them at night, and asked again. It was right about
    four in ten, as often as somebody who always says the same.

    ## What surprised me

    What surprised me was not that it was wrong but how sure it was. For a dark picture full of noise it said teddy,
    with a probability of 0.85, and nothing warned me.
    """
}
