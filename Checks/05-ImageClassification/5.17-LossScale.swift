import Exercises05
import Practice
import Solutions05

let scaledSteps = Check(
    "5.17",
    answer(
        "scaledSteps(_:scale:patience:)", Exercises05.scaledSteps(_:scale:patience:),
        Solutions05.scaledSteps(_:scale:patience:))
) { scaledSteps in
    func expectSteps(
        _ largest: [Float], _ scale: Float, _ patience: Int, _ scales: [Float], _ isMade: [Bool]
    ) throws {
        let found = try scaledSteps(largest, scale, patience)
        try expectEqual(found.its("scales") { $0.scales }, scales)
        try expectEqual(found.its("whether made") { $0.isMade }, isMade)
    }
    // Far too large a scale comes down, a step is lost each time; then it stays.
    try expectSteps(
        [1, 1, 1, 1, 1, 1], 524_288, 100, [524_288, 262_144, 131_072, 65_536, 32_768, 32_768],
        [false, false, false, false, true, true])
    // Up after three good ones, and down at once where it was too much.
    try expectSteps(
        [1, 1, 1, 1, 1, 1, 1], 32_768, 3, [32_768, 32_768, 32_768, 65_536, 32_768, 32_768, 32_768],
        [true, true, true, false, true, true, true])
    // With a new scale, the row begins anew.
    try expectSteps([1, 1, 1, 1, 1], 8, 2, [8, 8, 16, 16, 32], [true, true, true, true, true])
    // A bad batch breaks the row.
    try expectSteps(
        [1, 1, 1000, 1, 1, 1, 1], 1024, 3, [1024, 1024, 1024, 512, 512, 512, 1024],
        [true, true, false, true, true, true, true])
    // It never falls below 1, not even for gradients that are too large by themselves, or no numbers.
    try expectSteps([1e6, .nan, .infinity, 2], 2, 5, [2, 1, 1, 1], [false, false, false, true])
    // The largest half is 65,504; what is below half-way to the next step is rounded down to it.
    try expectSteps([65_519, 65_504, 65_520], 1, 9, [1, 1, 1], [true, true, false])
    // A gradient that vanishes looks like any other.
    try expectSteps([1e-12, 1e-12, 1e-12], 1, 1, [1, 2, 4], [true, true, true])
    try expectSteps([], 8, 2, [], [])
}
