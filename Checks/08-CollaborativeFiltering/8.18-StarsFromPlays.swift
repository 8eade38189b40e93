import Exercises08
import Practice
import Solutions08

let starsFromPlays = Check(
    "8.18", answer("starsFromPlays(_:)", Exercises08.starsFromPlays(_:), Solutions08.starsFromPlays(_:))
) { stars in
    try expectEqual(stars([1, 1, 4, 9, 30]), [1, 1, 3, 4, 5])
    try expectEqual(stars([30, 9, 1, 4, 1]), [5, 4, 1, 3, 1])
    try expectEqual(stars([7, 7, 7]), [1, 1, 1])
    try expectEqual(stars([12]), [1])
    try expectEqual(stars([]), [])
    try expectEqual(stars([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    try expectEqual(stars([1, 2, 3]), [1, 2, 4])
}
