import Exercises04
import Practice
import Solutions04

let rankAndCount = Check(
    "4.2", answer("rankAndCount(of:)", Exercises04.rankAndCount(of:), Solutions04.rankAndCount(of:))
) { rankAndCount in
    let shapes = [([6131, 28, 28], 3, 4_806_704), ([5], 1, 5), ([2, 3], 2, 6), ([], 0, 1), ([0, 28], 2, 0)]
    for (shape, rank, count) in shapes {
        let found = try rankAndCount(shape)
        try expectEqual(found.its("rank", \.rank), rank)
        try expectEqual(found.its("count", \.count), count)
    }
}
