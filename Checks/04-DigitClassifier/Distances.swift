// The checks on distances between images: 4.3, 4.6 and 4.7.

import Exercises04
import Practice
import Solutions04
import Tensors

let twoDistances = Check(
    "4.3", (Exercises04.l1Distance, Exercises04.rmse), (Solutions04.l1Distance, Solutions04.rmse)
) { l1Distance, rmse in
    // The second pair differs in every number, but the differences sum to 0. The last two have the same L1 distance.
    let pairs: [(Tensor, Tensor, l1: Float, rmse: Float)] = [
        (Tensor([0, 0]), Tensor([3, 1]), 2, 2.236068), (Tensor([1, 0, 1, 0]), Tensor([0, 1, 0, 1]), 1, 1),
        (Tensor([[1, 2], [3, 4]]), Tensor([[1, 2], [3, 4]]), 0, 0),
        (Tensor([0, 0, 0, 0]), Tensor([4, 0, 0, 0]), 1, 2), (Tensor([0, 0, 0, 0]), Tensor([1, 1, 1, -1]), 1, 1),
    ]
    for (a, b, l1, rms) in pairs {
        let (x, y) = (a.scalars, b.scalars)
        try expectEqual(l1Distance(a, b), Tensor(l1), "l1Distance(\(x), \(y))")
        try expectEqual(rmse(a, b), Tensor(rms), "rmse(\(x), \(y))")
    }
}

let distances = Check("4.6", Exercises04.distances, Solutions04.distances) { distances in
    try expectEqual(
        distances(Tensor([[[0, 1]], [[1, 1]]]), Tensor([[1, 1]])), Tensor([0.5, 0]),
        "distances([[[0, 1]], [[1, 1]]], to: [[1, 1]])")

    // As many images as rows: here an axis counted from the front is not caught by its length.
    let images = Tensor.arange(12).reshaped(2, 2, 3)
    try expectEqual(
        distances(images, images[0]), Tensor([0, 6]),
        "distances([[[0, 1, 2], [3, 4, 5]], [[6, 7, 8], [9, 10, 11]]], to: the first of them)")
    try expectEqual(
        distances(Tensor.ones(1000, 28, 28), Tensor.zeros(28, 28)), .ones(1000),
        "distances(1000 images of ones [28, 28], to: zeros)")
    try expectEqual(distances(images[1], images[0]), Tensor(6), "distances(one image [2, 3], to: another)")
}

let nearest = Check("4.7", Exercises04.nearest, Solutions04.nearest) { nearest in
    // As many images as ideals come first: without a new axis they are compared in pairs, and nothing complains.
    try expect(nearest, images: [0.9, 0.1, 0.4], ideals: [0, 0.5, 1], are: [2, 0, 1])
    try expect(nearest, images: [0.2, 0.9], ideals: [0, 0.5, 1], are: [0, 2])
    try expect(nearest, images: [0.1, 0.3, 0.7, 0.9], ideals: [1, 0], are: [1, 1, 0, 0])
    try expect(nearest, images: [0.3], ideals: [0.5], are: [0])

    // Two ideals of which each is nearer in one pixel: the whole image has to decide.
    try expectEqual(
        nearest(Tensor([[[0, 0.6]], [[0.3, 1]]]), Tensor([[[0, 1]], [[1, 0.5]]])).scalars, [0, 0],
        "nearest([[[0, 0.6]], [[0.3, 1]]], [[[0, 1]], [[1, 0.5]]])")
}

/// Images and ideals of a single pixel, [n, 1, 1] and [k, 1, 1].
private func expect(
    _ nearest: (Tensor, Tensor) throws -> IntTensor, images: [Float], ideals: [Float], are expected: [Int]
) throws {
    let call = "nearest(images \(images), ideals \(ideals)), all of one pixel"
    let found = try asking(call) {
        try nearest(Tensor(images).reshaped(-1, 1, 1), Tensor(ideals).reshaped(-1, 1, 1))
    }
    try expectEqual(found.shape, [images.count], "\(call), shape")
    try expectEqual(found.scalars, expected, call)
}
