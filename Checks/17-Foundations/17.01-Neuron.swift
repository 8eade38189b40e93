import Exercises17
import Practice
import Solutions17

let firing = Check(
    "17.1",
    answer(
        "firing(inputs:weights:bias:)", Exercises17.firing(inputs:weights:bias:),
        Solutions17.firing(inputs:weights:bias:))
) { firing in
    let neurons: [([Float], [Float], Float, Float?)] = [
        ([1, 2, 3], [0.5, -1, 2], 0.25, 4.75), ([1, 2], [-1, -1], 0.5, 0), ([1], [-1], 1, 0), ([3], [2], -7, 0),
        ([-3], [-2], -5, 1), ([], [], 3, 3), ([], [], -2, 0), ([1, 2, 3], [1, 2], 0, nil), ([1], [1, 2], 0, nil),
        ([], [1], 5, nil),
    ]
    for (inputs, weights, bias, expected) in neurons {
        try expectClose(firing(inputs, weights, bias), expected)
    }
}
