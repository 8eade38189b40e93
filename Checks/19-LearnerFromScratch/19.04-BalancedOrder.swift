import Exercises19
import Practice
import Solutions19
import Tensors

private typealias BalancedOrder = @Sendable ([Int], Variable<SplitMix64>) throws -> [Int]

private let readers: BalancedOrder = { try Exercises19.balancedOrder($0, using: &$1.value) }
private let ours: BalancedOrder = { try Solutions19.balancedOrder($0, using: &$1.value) }

let balancedOrder = Check(
    "19.4", Answer(NamedFunction("balancedOrder(_:using:)", readers), NamedFunction("balancedOrder(_:using:)", ours))
) { balancedOrder in
    func order(_ classes: [Int], seed: UInt64 = 4) throws -> Found<[Int]> {
        try balancedOrder(classes, Variable("random", SplitMix64(seed: seed)))
    }
    for classes in [[0, 0, 0, 1, 1], [5], [2, 2], [7, 1, 7, 7, 7, 7, 7, 3, 3, 3], [0, 1, 2, 3]] {
        let found = try order(classes)
        let largest = Dictionary(grouping: classes, by: \.self).values.map(\.count).max() ?? 0
        for number in Set(classes).sorted() {
            let own = classes.indices.filter { classes[$0] == number }
            let counts = own.map { index in found.value.count { $0 == index } }
            try expectEqual(found.its("items of class \(number)") { _ in counts.reduce(0, +) }, largest)
            try expect(
                found.its("how often each item of class \(number) comes") { _ in counts },
                "numbers that differ by 1 at most"
            ) { ($0.max() ?? 0) - ($0.min() ?? 0) <= 1 }
        }
        try expectEqual(found.its("length", \.count), largest * Set(classes).count)
    }
    try expectEqual(order([]), [])

    // Random, in the order and in who is repeated.
    let classes = [0, 0, 0, 0, 0, 1, 1, 1]
    try expectEqual(order(classes).noting("again from the same seed"), order(classes).value)
    let orders = try (0..<200).map { try order(classes, seed: $0).value }
    let call = "balancedOrder(\(classes), using: &random), from 200 seeds"
    try expect(Found(call, Set(orders).count), "more than 150 different orders") { $0 > 150 }
    try expectEqual(Found("\(call), different first items", Set(orders.map(\.[0])).count), 8)
    let once = Set(orders.map { order in (5...7).filter { item in order.count { $0 == item } == 1 } })
    try expectEqual(Found("\(call), different items of class 1 that come once", once.count), 3)
    let patterns = Set(orders.map { order in order.map { classes[$0] } })
    try expect(Found("\(call), different orders of the classes", patterns.count), "more than 50") { $0 > 50 }
}
