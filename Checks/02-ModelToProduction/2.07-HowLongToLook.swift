import Exercises02
import Practice
import Solutions02

let howLongToLook = Check(
    "2.7",
    answer(
        "photosToLookAt(_:faulty:share:)", Exercises02.photosToLookAt(_:faulty:share:),
        Solutions02.photosToLookAt(_:faulty:share:))
) { photos in
    let losses = [0.1, 3, 2, 0.5, 2, .infinity]
    let examples: [(faulty: Set<Int>, share: Double, count: Int)] = [
        ([1, 3], 1, 5), ([1, 3], 0.5, 2), ([1, 3], 0.51, 5), ([], 1, 0), ([0], 0, 0), ([0], 0.01, 6), ([5], 1, 1),
        ([2], 1, 3), ([4], 1, 4), ([0, 1, 2, 3, 4, 5], 0.5, 3), ([0, 1, 2, 3, 4, 5], 1, 6),
    ]
    for (faulty, share, count) in examples {
        try expect(photos(losses, faulty, share), "\(count)") { $0 == count }
    }
    // What is no number comes first, wherever it is.
    let odd = [1, .nan, 5, .nan, .infinity]
    for (faulty, count) in [([3], 2), ([1], 1), ([4], 3), ([2], 4), ([0], 5)] as [(Set<Int>, Int)] {
        try expect(photos(odd, faulty, 1), "\(count)") { $0 == count }
    }
    for (faulty, share) in [([1], 1.1), ([1], -0.1), ([1], .nan), ([6], 1), ([-1], 0.5)] as [(Set<Int>, Double)] {
        try expect(photos(losses, faulty, share), "nil") { $0 == nil }
    }
}
