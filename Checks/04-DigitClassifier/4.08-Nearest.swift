import Exercises04
import Practice
import Solutions04
import Tensors

let nearest = Check(
    "4.8", answer("nearest(_:_:)", Exercises04.nearest(_:_:), Solutions04.nearest(_:_:))
) { nearest in
    // Images and ideals of a single pixel. The first case has as many images as ideals: without a new axis they are
    // compared in pairs, and nothing complains.
    let cases: [(images: [Float], ideals: [Float], nearest: [Int])] = [
        ([0.9, 0.1, 0.4], [0, 0.5, 1], [2, 0, 1]), ([0.2, 0.9], [0, 0.5, 1], [0, 2]),
        ([0.1, 0.3, 0.7, 0.9], [1, 0], [1, 1, 0, 0]), ([0.3], [0.5], [0]),
    ]
    for (images, ideals, expected) in cases {
        let found = try nearest(Tensor(images).reshaped(-1, 1, 1), Tensor(ideals).reshaped(-1, 1, 1))
        try expectEqual(found.its("shape", \.shape), [images.count])
        try expectEqual(found.its("numbers", \.scalars), expected)
    }

    // Two ideals, each of them nearer in one pixel: the whole image has to decide.
    let found = try nearest(Tensor([[[0, 0.6]], [[0.3, 1]]]), Tensor([[[0, 1]], [[1, 0.5]]]))
    try expectEqual(found.its("numbers", \.scalars), [0, 0])
    // By the mean absolute difference, the first of these ideals would be nearer: 0.3 against 0.35.
    let byRMSE = try nearest(Tensor([[[0, 0]]]), Tensor([[[0.6, 0]], [[0.35, 0.35]]]))
    try expectEqual(byRMSE.its("numbers (the nearest by RMSE)", \.scalars), [1])
}
