import Datasets
import Exercises18
import Practice
import Solutions18
import Tensors

let pointingShare = Check(
    "18.8",
    answer(
        "pointingShare(_:at:side:tolerance:)", Exercises18.pointingShare(_:at:side:tolerance:),
        Solutions18.pointingShare(_:at:side:tolerance:))
) { pointingShare in
    func box(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> PixelBox {
        PixelBox(left: left, top: top, right: right, bottom: bottom)
    }
    // The largest number is at row 1, column 0 of 2 × 4: rows 4 to 7, columns 0 and 1 of 8 × 8, so pixel (6, 1).
    let map = Tensor([[[0, 0, 0, 0], [9, 0, 0, 8]]])
    try expectClose(pointingShare(map, [[box(0, 4, 2, 8)]], 8, 0), 1)
    try expectClose(pointingShare(map, [[box(1, 6, 2, 7)]], 8, 0), 1)
    try expectClose(pointingShare(map, [[box(0, 0, 8, 6)]], 8, 0), 0)
    try expectClose(pointingShare(map, [[box(0, 0, 8, 6)]], 8, 1), 1)
    try expectClose(pointingShare(map, [[box(4, 0, 8, 8)]], 8, 2), 0)
    try expectClose(pointingShare(map, [[box(4, 0, 8, 8)]], 8, 3), 1)
    try expectClose(pointingShare(map, [[]], 8, 3), 0)
    try expectClose(pointingShare(map, [[box(6, 0, 8, 2), box(0, 5, 2, 7)]], 8, 0), 1)
    // A tolerance on all four sides, and in both directions at once: pixel (6, 1) is 2 rows and 3 columns away.
    try expectClose(pointingShare(map, [[box(4, 0, 8, 5)]], 8, 3), 1)
    try expectClose(pointingShare(map, [[box(4, 0, 8, 5)]], 8, 2), 0)
    try expectClose(pointingShare(map, [[box(0, 7, 2, 8)]], 8, 0), 0)
    try expectClose(pointingShare(map, [[box(0, 7, 2, 8)]], 8, 1), 1)
    try expectClose(pointingShare(map, [[box(0, 4, 1, 8)]], 8, 0), 0)
    try expectClose(pointingShare(map, [[box(0, 4, 1, 8)]], 8, 1), 1)
    // A pixel in two boxes is one hit.
    try expectClose(pointingShare(map, [[box(0, 4, 2, 8), box(0, 0, 8, 8)]], 8, 0), 1)
    // Of equal numbers the first in reading order counts; and the share of several maps.
    try expectClose(pointingShare(Tensor([[[0, 5], [5, 0]]]), [[box(2, 0, 4, 2)]], 4, 0), 1)
    let maps = Tensor([[[1, 1], [1, 1]], [[0, 0], [0, -1]], [[-3, -1], [-2, -4]], [[0, 1], [0, 0]]])
    let corner = [box(0, 0, 2, 2)]
    try expectClose(pointingShare(maps, [corner, corner, corner, corner], 4, 0), 0.5)
    try expectClose(pointingShare(maps, [corner, corner, corner, corner + [box(2, 0, 3, 4)]], 4, 0), 0.5)
    try expectClose(pointingShare(.zeros(0, 2, 2), [], 4, 0), 0)
    // Squares with an odd side: place (1, 2) of 2 × 3 is rows 3 to 5, columns 4 and 5 of 6 × 6, so pixel (4, 5).
    let odd = Tensor([[[0, 0, 0], [0, 0, 1]]])
    try expectClose(pointingShare(odd, [[box(5, 4, 6, 5)]], 6, 0), 1)
    try expectClose(pointingShare(odd, [[box(0, 0, 6, 4)]], 6, 0), 0)
    try expectClose(pointingShare(odd, [[box(0, 0, 5, 6)]], 6, 0), 0)
}
