// Nudge: Begin with what should be different in the world when you are done, and forget that there are models.
// Idea: A lever is something that you, or those for whom you work, can do tomorrow. Data are of use if they show what
//   happens when a lever is pulled. A model takes levers as its inputs.
// Almost: "Fewer people wait at my bus stop in the rain"; "send a second bus or tell people when to leave"; "when buses
//   came, in which weather, with how many people"; "how many people wait at what time, with and without a message".

public func myDrivetrain() throws -> [(step: String, words: String)] {
    [
        ("objective", "Fewer people of our village wait for the bus in the rain."),
        ("levers", "Run a second bus on wet mornings, or tell people when theirs is late."),
        ("data", "Times of all buses for a year, the weather, and random mornings with and without a message."),
        ("models", "How late a bus will be, and how many people wait then, with a message and without."),
    ]
}
