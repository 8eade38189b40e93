import Exercises07
import Practice
import Solutions07
import Tensors

let luckyTrial = Check(
    "7.2", answer("chanceToChooseFirst(_:_:)", Exercises07.chanceToChooseFirst(_:_:),
    Solutions07.chanceToChooseFirst(_:_:))
) { chance in
    func expectChance(_ first: [Double], _ second: [Double], _ expected: Double) throws {
        let found = try chance(first, second)
        try expect(found, "a number") { $0 != nil }
        try expectClose(found.its("value") { $0! }, expected)
    }
    try expectChance([0.7, 0.9], [0.8, 0.6], 0.75)
    try expectChance([0.9], [0.8, 0.7, 0.6], 1)
    try expectChance([0.5, 0.5], [0.9], 0)
    try expectChance([0.5, 0.6, 0.7], [0.6], 0.5)
    try expectChance([0.8, 0.8], [0.8, 0.8, 0.8], 0.5)
    try expectChance([0.8, 0.7], [0.8, 0.7, 0.9], 2.0 / 6)
    var random = SplitMix64(seed: 72)
    let first = (0..<20).map { _ in (random.uniform() * 10).rounded() / 10 }
    let second = (0..<15).map { _ in (random.uniform() * 10).rounded() / 10 }
    var wins = 0.0
    for a in first { for b in second { wins += a > b ? 1 : a < b ? 0 : 0.5 } }
    try expectChance(first, second, wins / 300)
    // The other way round it is what is missing to 1.
    try expectChance(second, first, 1 - wins / 300)
    for (a, b) in [([], [0.5]), ([0.5], []), ([], [])] as [([Double], [Double])] {
        try expect(chance(a, b), "nil") { $0 == nil }
    }
}
