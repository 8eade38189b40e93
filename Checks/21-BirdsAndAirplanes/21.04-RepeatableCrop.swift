import Exercises21
import Practice
import Solutions21
import Tensors

let repeatableCrop = Check(
    "21.4",
    answer(
        "repeatableCrop(_:padding:seed:epoch:index:)", Exercises21.repeatableCrop(_:padding:seed:epoch:index:),
        Solutions21.repeatableCrop(_:padding:seed:epoch:index:))
) { repeatableCrop in
    // Every pixel is another number above 0, so a crop says where it is from.
    let x = (Tensor.arange(2 * 5 * 6) + 1).reshaped(2, 5, 6)
    /// The place of a crop; it must be one.
    func place(_ padding: Int, _ seed: UInt64, _ epoch: Int, _ index: Int) throws -> [Int] {
        let found = try repeatableCrop(x, padding, seed, epoch, index)
        try expectEqual(found.its("shape") { $0.shape }, x.shape)
        let padded = x.padded(padding, lastAxes: 2)
        for top in 0...2 * padding {
            for left in 0...2 * padding
            where padded[0..., top..<top + 5, left..<left + 6].scalars == found.value.scalars { return [top, left] }
        }
        throw WrongAnswer(given: found.call, expected: "a piece of the padded picture", found: "something else")
    }
    try expectEqual(Found("the place without a margin", try place(0, 1, 2, 3)), [0, 0])
    let first = try place(2, 9, 5, 3)
    for (epoch, index) in [(0, 0), (1, 7), (5, 4)] { _ = try place(2, 9, epoch, index) }
    try expectEqual(Found("the place of item 3 in epoch 5, asked for again after others", try place(2, 9, 5, 3)), first)

    // 30 epochs of 30 items: all nine places about equally often.
    var counts: [[Int]: Int] = [:]
    var places: [[Int]: [Int]] = [:]
    for epoch in 0..<30 {
        for index in 0..<30 {
            let found = try place(1, 4, epoch, index)
            counts[found, default: 0] += 1
            places[[epoch, index]] = found
        }
    }
    let how = Found(
        "how often each of 9 places came in 30 epochs of 30 items, padding 1, seed 4", counts.values.sorted())
    try expect(how, "about 100 each") { $0.count == 9 && $0.allSatisfy { (60...140).contains($0) } }

    /// How many of all items have the place of the one that is some epochs and items away: a ninth, by chance.
    func expectUnrelated(_ remark: String, _ other: (_ epoch: Int, _ index: Int) -> [Int]) throws {
        let pairs = places.filter { places[other($0.key[0], $0.key[1])] != nil && $0.key[0] != $0.key[1] }
        let same = pairs.count { places[other($0.key[0], $0.key[1])] == $0.value }
        let share = Double(same) / Double(pairs.count)
        try expect(Found("the share of items that have the place of \(remark)", share), "about 0.11") { $0 < 0.2 }
    }
    try expectUnrelated("the next item") { [$0, $1 + 1] }
    try expectUnrelated("the same item in the next epoch") { [$0 + 1, $1] }
    try expectUnrelated("the next item in the epoch before") { [$0 - 1, $1 + 1] }
    try expectUnrelated("the same two numbers the other way round") { [$1, $0] }
    // A sum with a factor: the next epoch begins where the items of this one end.
    for factor in [30, 31, 100, 256, 1000, 1024, 4096, 10_000, 50_000, 65_536, 100_000, 1_000_000] {
        let same = try (0..<45).count { try place(1, 4, 3, $0 + factor) == place(1, 4, 4, $0) }
        try expect(
            Found("of 45 items in epoch 4 that have the place of the item \(factor) further in epoch 3", same),
            "about 5"
        ) { $0 < 20 }
    }
    let sums = try (0..<45).count { try place(1, 10, $0 + 1, 2) == place(1, 11, $0, 2) }
    try expect(Found("of 45 epochs that have the place of the epoch before with the next seed", sums), "about 5") {
        $0 < 20
    }
    let seeds = try (0..<40).count { try place(2, UInt64($0), 1, 1) == place(2, UInt64($0) + 1, 1, 1) }
    try expect(Found("of 40 seeds that have the place of the next seed", seeds), "a few") { $0 < 12 }
}
