import Exercises17
import Practice
import Solutions17
import Tensors

let byStrides = Check(
    "17.4",
    answer(
        "place(of:shape:strides:offset:)", Exercises17.place(of:shape:strides:offset:),
        Solutions17.place(of:shape:strides:offset:)),
    answer(
        "elements(of:shape:strides:offset:)", Exercises17.elements(of:shape:strides:offset:),
        Solutions17.elements(of:shape:strides:offset:))
) { place, elements in
    let cases: [([Int], [Int], [Int], Int, Int?)] = [
        ([1, 2], [2, 3], [3, 1], 0, 5), ([2, 1], [3, 2], [1, 3], 0, 5), ([1], [3], [3], 2, 5), ([2], [1000], [0], 4, 4),
        ([-1, -3], [2, 3], [3, 1], 0, 3), ([2], [3], [-1], 2, 0), ([], [], [], 7, 7),
        ([1, 0, 2], [2, 2, 3], [6, 3, 1], 1, 9),
        ([2, 0], [2, 3], [3, 1], 0, nil), ([0, -4], [2, 3], [3, 1], 0, nil), ([0], [0], [1], 0, nil),
        ([1], [2, 3], [3, 1], 0, nil), ([0, 0, 0], [2, 3], [3, 1], 0, nil),
    ]
    for (index, shape, strides, offset, expected) in cases {
        try expectEqual(place(index, shape, strides, offset), expected)
    }
    let m = Tensor.arange(24).reshaped(2, 3, 4)
    let views = [
        m, m.permuted(2, 0, 1), m[1], m[0..., 1], m[0..., 1..., -1], m[1, 2, 3], m[0, 0].expanded(to: [3, 4]),
        m[1..<1], m.windows(axis: 2, size: 2), m[0, 0].unsqueezed(1).expanded(to: [4, 2]),
    ]
    for x in views { try expectClose(elements(x.storage, x.shape, x.strides, x.offset), x.scalars) }
    // Backwards, which the engine's slices do not give.
    try expectClose(elements([1, 2, 3], [3], [-1], 2), [3, 2, 1])
}
