import Exercises03
import Practice
import Solutions03

let isHardlyChance = Check(
    "3.2",
    answer("isHardlyChance(_:)", Exercises03.isHardlyChance(_:), Solutions03.isHardlyChance(_:))
) { isHardlyChance in
    let examples: [(counts: [[Int]], wanted: Bool?)] = [
        ([[96, 104], [78, 122]], false), ([[480, 520], [390, 610]], true), ([[10, 10], [10, 10]], false),
        ([[20, 0], [0, 20]], true), ([[0, 0], [5, 5]], nil), ([[0, 7], [0, 5]], nil), ([[1, 0], [0, 1]], false),
        ([[60, 40], [46, 54]], true), ([[60, 40], [47, 53]], false), ([[5, 95], [15, 185]], false),
    ]
    for (counts, wanted) in examples { try expectEqual(isHardlyChance(counts), wanted) }
}
