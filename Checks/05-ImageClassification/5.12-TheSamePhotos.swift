import Exercises05
import Practice
import Solutions05
import Tensors

let theSamePhotos = Check(
    "5.12",
    answer(
        "compared(isFirstWrong:isSecondWrong:)", Exercises05.compared(isFirstWrong:isSecondWrong:),
        Solutions05.compared(isFirstWrong:isSecondWrong:))
) { compared in
    func expectNumbers(
        _ first: [Bool], _ second: [Bool], _ difference: Double, apart: Double, together: Double
    ) throws {
        let found = try compared(first, second)
        try expect(found, "three numbers") { $0 != nil }
        try expectClose(found.its("difference") { $0!.difference }, difference)
        try expectClose(found.its("apart") { $0!.apart }, apart)
        try expectClose(found.its("together") { $0!.together }, together)
    }
    let half = [true, true, false, false], few = [true, false, false, false]
    try expectNumbers(half, few, 0.25, apart: 0.109375.squareRoot(), together: 0.046875.squareRoot())
    try expectNumbers(few, half, -0.25, apart: 0.109375.squareRoot(), together: 0.046875.squareRoot())
    // Nets that are wrong on the same photos: however many there are, nothing can move the difference.
    try expectNumbers(half, half, 0, apart: 0.125.squareRoot(), together: 0)
    // Nets that are never wrong together: the same photos make it worse.
    try expectNumbers(half, half.map { !$0 }, 0, apart: 0.125.squareRoot(), together: 0.5)
    // One net always wrong, the other never: no chance is left.
    try expectNumbers([true, true, true], [false, false, false], 1, apart: 0, together: 0)
    try expectNumbers([true], [true], 0, apart: 0, together: 0)

    // Many photos, some of them hard for both. What is expected is counted photo by photo.
    var random = SplitMix64(seed: 512)
    for count in [50, 1478] {
        var (first, second) = ([Bool](), [Bool]())
        for _ in 0..<count {
            let isHard = random.uniform() < 0.1
            first.append(random.uniform() < (isHard ? 0.7 : 0.02))
            second.append(random.uniform() < (isHard ? 0.6 : 0.02))
        }
        let own = zip(first, second).map { Double($0 ? 1 : 0) - Double($1 ? 1 : 0) }
        let mean = own.reduce(0, +) / Double(count)
        let variance = own.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(count)
        let alone = [first, second].map { list in
            let share = Double(list.count { $0 }) / Double(count)
            return share * (1 - share) / Double(count)
        }
        try expectNumbers(
            first, second, mean, apart: (alone[0] + alone[1]).squareRoot(),
            together: (variance / Double(count)).squareRoot())
    }
    try expect(compared([], []), "nil") { $0 == nil }
}
