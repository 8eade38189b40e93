import Exercises11
import Practice
import Solutions11

let besideEachOther = Check(
    "11.12",
    answer("besideEachOther(_:_:_:)", Exercises11.besideEachOther(_:_:_:), Solutions11.besideEachOther(_:_:_:))
) { besideEachOther in
    try expectEqual(besideEachOther([[1, 2], [3, 4]], [[5], [6]], 2), [[1, 2, 0, 0, 5], [3, 4, 0, 0, 6]])
    try expectEqual(besideEachOther([[1]], [[5, 6], [7, 8]], 1), [[1, 0, 5, 6], [0, 0, 7, 8]])
    try expectEqual(besideEachOther([[9], [9]], [[1, 2]], 0), [[9, 1, 2], [9, 0, 0]])
}
