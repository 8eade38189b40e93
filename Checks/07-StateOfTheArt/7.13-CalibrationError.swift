import Exercises07
import Practice
import Solutions07
import Tensors

let calibration = Check(
    "7.13",
    answer(
        "calibrationError(_:_:groups:)", Exercises07.calibrationError(_:_:groups:),
        Solutions07.calibrationError(_:_:groups:))
) { error in
    // Sure and right; sure and wrong; half sure, and right every other time.
    try expectClose(error(Tensor([[1, 0], [0, 1]]), [0, 1], 5), 0)
    try expectClose(error(Tensor([[1, 0], [0, 1]]), [1, 0], 5), 1)
    try expectClose(error(Tensor([[0.5, 0.5], [0.5, 0.5]]), [0, 1], 4), 0)
    // Too sure in one group and too modest in another do not cancel out: 0.95 and wrong, 0.625 and right.
    let two = Tensor([[0.95, 0.05], [0.625, 0.375]])
    try expectClose(error(two, [1, 0], 10), (0.95 + 0.375) / 2)
    // With one group they do: |1.575 - 1| / 2.
    try expectClose(error(two, [1, 0], 1), 0.2875)
    // A group counts as much as it has photos.
    let four = Tensor([[0.75, 0.25], [0.75, 0.25], [0.75, 0.25], [0.125, 0.875]])
    try expectClose(error(four, [0, 1, 1, 1], 10), (3 * (0.75 - 1.0 / 3) + 0.125) / 4)
    try expectClose(error(Tensor([[0.25, 0.5, 0.25]]), [2], 2), 0.5)
    // 0.55 and 0.7 are in the third of four groups: nothing is rounded up. 0.75 is where the last one begins.
    try expectClose(error(Tensor([[0.55, 0.45], [0.7, 0.3]]), [0, 1], 4), 0.125)
    try expectClose(error(Tensor([[0.75, 0.25], [0.875, 0.125]]), [0, 1], 4), 0.3125)
    try expectClose(error(Tensor([[0.75, 0.25], [0.625, 0.375]]), [0, 1], 4), (0.25 + 0.625) / 2)
}
