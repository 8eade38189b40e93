// The checks on what layers are made of: 4.12, 4.13, 4.21 and 4.22.

import Exercises04
import Practice
import Solutions04
import Tensors

let initParams = Check("4.12", Exercises04.initParams, Solutions04.initParams) { initParams in
    let call = "initParams([784, 30], std: 0.1, using: &random)"
    var random = SplitMix64(seed: 12)
    let weights = try initParams([784, 30], 0.1, &random)
    try expectEqual(weights.shape, [784, 30], "\(call), shape")
    try expectEqual(weights.requiresGrad, true, "\(call).requiresGrad")
    try expectEqual(weights.gradFn, nil, "\(call).gradFn (a parameter is a leaf, not the result of an operation)")

    let numbers = weights.detached()
    try expectEqual(numbers.mean().item, 0, "\(call), mean", tolerance: 0.005)
    try expectEqual(numbers.std().item, 0.1, "\(call), standard deviation", tolerance: 0.005)
    let within = Tensor(numbers.abs() .< 0.1).mean().item
    try expectEqual(within, 0.683, "\(call), share of numbers in -0.1...0.1 (normal?)", tolerance: 0.02)

    try expect(
        initParams([784, 30], 0.1, &random).scalars != weights.scalars, "\(call), a second time",
        expected: "other numbers: the generator has moved on", found: "the same numbers")
    var again = SplitMix64(seed: 12)
    try expect(
        initParams([784, 30], 0.1, &again).scalars == weights.scalars, "\(call), again from the same seed",
        expected: "the same numbers: all chance comes from `random`", found: "other numbers")
    try expectEqual(initParams([1], 1, &random).shape, [1], "initParams([1], std: 1, using: &random), shape")
}

let matmul = Check("4.13", Exercises04.matmul, Solutions04.matmul) { matmul in
    let products: [([[Float]], [[Float]], [[Float]])] = [
        ([[1, 2], [3, 4]], [[5, 6], [7, 8]], [[19, 22], [43, 50]]),
        ([[5, 6], [7, 8]], [[1, 0], [0, 1]], [[5, 6], [7, 8]]),
        ([[1, 2, 3]], [[4], [5], [6]], [[32]]), ([[1], [2], [3]], [[4, 5]], [[4, 5], [8, 10], [12, 15]]),
        (
            [[1, 0, 2], [0, 3, -1]], [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]],
            [[19, 22, 25, 28], [6, 8, 10, 12]]
        ),
    ]
    for (a, b, expected) in products {
        let found = try asking("matmul(\(a), \(b))") { try matmul(a, b) }
        try expectEqual(found.count, expected.count, "matmul(\(a), \(b)), rows")
        for i in expected.indices { try expectEqual(found[i], expected[i], "matmul(\(a), \(b)), row \(i)") }
    }
}

let relu = Check(
    "4.21", (Exercises04.relu, Exercises04.reluGradient), (Solutions04.relu, Solutions04.reluGradient)
) { relu, reluGradient in
    try expectEqual(relu(Tensor([-2, 3])), Tensor([0, 3]), "relu([-2, 3])")
    try expectEqual(
        relu(Tensor([[0, -0.5], [0.5, -9]])), Tensor([[0, 0], [0.5, 0]]), "relu([[0, -0.5], [0.5, -9]])")

    try expectEqual(
        reluGradient(Tensor([-2, 3]), Tensor([5, 7])), Tensor([0, 7]), "reluGradient([-2, 3], dy: [5, 7])")
    try expectEqual(
        reluGradient(Tensor([0, 0]), Tensor([5, -7])), Tensor([0, 0]), "reluGradient([0, 0], dy: [5, -7])")
    let (x, dy) = (Tensor([[-2, 0.5], [3, -1]]), Tensor([[1, -2], [0.5, 4]]))
    let call = "reluGradient([[-2, 0.5], [3, -1]], dy: [[1, -2], [0.5, 4]])"
    try expectGradient(reluGradient(x, dy), of: "x", at: x, call) {
        ($0.relu() * dy).sum()
    }
}

let collapsed = Check("4.22", Exercises04.collapsed, Solutions04.collapsed) { collapsed in
    // Square matrices first: for them, the wrong order of the product has the right shape.
    var random = SplitMix64(seed: 22)
    for (inputs, hidden, outputs) in [(1, 1, 1), (3, 3, 3), (4, 3, 2), (2, 50, 1)] {
        let (w1, b1) = (Tensor.randn(inputs, hidden, using: &random), Tensor.randn(hidden, using: &random))
        let (w2, b2) = (Tensor.randn(hidden, outputs, using: &random), Tensor.randn(outputs, using: &random))
        let call = "collapsed(w1 \(w1.shape), b1 \(b1.shape), w2 \(w2.shape), b2 \(b2.shape))"
        let (w, b) = try asking(call) { try collapsed(w1, b1, w2, b2) }
        try expectEqual(w.shape, [inputs, outputs], "\(call), shape of w")
        try expectEqual(b.shape, [outputs], "\(call), shape of b")

        // At x = 0 only the biases speak.
        try expectEqual(b, b1.matmul(w2) + b2, "\(call), b, which is what both layers make of x = 0", tolerance: 1e-4)
        let x = Tensor.randn(5, inputs, using: &random)
        let both = (x.matmul(w1) + b1).matmul(w2) + b2
        try expectEqual(x.matmul(w) + b, both, "\(call), x·w + b for five random x", tolerance: 1e-4)
    }
}
