import Exercises09
import Practice
import Solutions09

let bestShareOfTwo = Check(
    "9.18",
    answer("bestShare(_:_:for:)", Exercises09.bestShare(_:_:for:), Solutions09.bestShare(_:_:for:))
) { share in
    try expectClose(share([2], [0], [1.5]), 0.75)
    try expectClose(share([1, 2, 3], [3, 2, 1], [1, 2, 3]), 1)
    try expectClose(share([1, 2, 3], [3, 2, 1], [3, 2, 1]), 0)
    try expectClose(share([1, 2, 3], [3, 2, 1], [2, 2, 2]), 0.5)
    // The best place on the whole line is beyond its ends.
    try expectClose(share([1, 0], [0, 0], [5, 7]), 1)
    try expectClose(share([1, 0], [0, 0], [-5, 7]), 0)
    try expectClose(share([4, 4], [4, 4], [1, 2]), 0.5)
    try expectClose(share([], [], []), 0.5)
    // One rest is all of the difference, the other a part of it.
    try expectClose(share([2, 5, 1], [4, 4, 4], [1, 6, 2]), 1)
    try expectClose(share([0, 6, 1], [2, 4, 4], [1, 6, 2]), 12.0 / 17)
}
