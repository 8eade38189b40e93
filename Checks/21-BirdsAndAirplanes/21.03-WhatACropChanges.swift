import Exercises21
import Practice
import Solutions21
import Tensors

let whatACropChanges = Check(
    "21.3",
    answer(
        "cropWithLosses(_:padding:top:left:)", Exercises21.cropWithLosses(_:padding:top:left:),
        Solutions21.cropWithLosses(_:padding:top:left:))
) { cropWithLosses in
    func expectCrop(_ x: Tensor, _ padding: Int, _ top: Int, _ left: Int) throws {
        // Pixel by pixel: where is each from?
        let (c, h, w) = (x.shape[0], x.shape[1], x.shape[2])
        var (numbers, border) = ([Float](), 0)
        for channel in 0..<c {
            for row in 0..<h {
                for column in 0..<w {
                    let (y, x0) = (top + row - padding, left + column - padding)
                    let isInside = y >= 0 && y < h && x0 >= 0 && x0 < w
                    if channel == 0, !isInside { border += 1 }
                    numbers.append(isInside ? x[channel, y, x0].item : 0)
                }
            }
        }
        let found = try cropWithLosses(x, padding, top, left)
        try expectClose(found.its("piece") { $0.piece }, Tensor(shape: x.shape, numbers))
        try expectEqual(found.its("lost") { $0.lost }, border)
        try expectEqual(found.its("border") { $0.border }, border)
    }
    let nine = Tensor([[[1, 2, 3], [4, 5, 6], [7, 8, 9]]])
    for (top, left) in [(1, 1), (0, 0), (2, 2), (0, 2), (1, 0), (2, 1)] { try expectCrop(nine, 1, top, left) }
    try expectCrop(nine, 0, 0, 0)
    // A margin wider than the picture; a picture that has zeros; several channels, not a square.
    try expectCrop(nine, 5, 0, 10)
    try expectCrop(nine, 3, 6, 3)
    try expectCrop(.zeros(2, 4, 4), 2, 0, 3)
    var random = SplitMix64(seed: 213)
    try expectCrop(.randn(3, 5, 8, using: &random), 2, 1, 4)
}
