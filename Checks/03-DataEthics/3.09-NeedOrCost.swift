import Exercises03
import Practice
import Solutions03

let needOrCost = Check(
    "3.9",
    answer(
        "chosenOfB(isB:costs:illnesses:count:)", Exercises03.chosenOfB(isB:costs:illnesses:count:),
        Solutions03.chosenOfB(isB:costs:illnesses:count:))
) { needOrCost in
    typealias Person = (isB: Bool, cost: Double, illnesses: Int)
    func look(_ people: [Person], _ count: Int, _ wanted: [Int]) throws {
        let (costs, illnesses) = (people.map(\.cost), people.map(\.illnesses))
        try expectEqual(needOrCost(people.map(\.isB), costs, illnesses, count), wanted)
    }
    let first: [Person] = [(false, 900, 2), (true, 400, 4), (false, 700, 1)]
    try look(first, 1, [0, 1])
    try look(first, 2, [0, 1])
    try look(first, 9, [1, 1])
    try look(first, 0, [0, 0])
    let ties: [Person] = [(true, 5, 3), (false, 5, 3), (true, 5, 3), (false, 5, 9)]
    try look(ties, 1, [1, 0])
    try look(ties, 2, [1, 1])
    try look(ties, 3, [2, 1])
    // Half as much is spent on B, for the same illnesses.
    let many: [Person] = (0..<40).map { place in
        let (isB, illnesses) = (place % 2 == 1, place / 2 + 1)
        return (isB, Double(illnesses) * (isB ? 50 : 100), illnesses)
    }
    try look(many, 10, [0, 5])
    try look([], 3, [0, 0])
}
