// Nudge: You have a function that gives the distances of all images from one ideal. Here are two ideals.
// Idea: `.<` compares two tensors number by number and gives a `BoolTensor`. As floats, true is 1 and false is 0, so
//   the mean of the answers is a share. For sevens, the right answer is false.
// Almost: `Tensor(answers).mean().item` is the share of true. The share of all images counts images: the number of
//   right threes plus the number of right sevens, divided by `threes.shape[0] + sevens.shape[0]`.

import Tensors

public func isThree(_ images: Tensor, three: Tensor, seven: Tensor) throws -> BoolTensor {
    try distances(images, to: three) .< distances(images, to: seven)
}

public func accuracyOfIsThree(
    threes: Tensor, sevens: Tensor, three: Tensor, seven: Tensor
) throws -> (threes: Float, sevens: Float, all: Float) {
    func shareCalledThree(_ images: Tensor) throws -> Float {
        try Tensor(isThree(images, three: three, seven: seven)).mean().item
    }
    let (right3, right7) = try (shareCalledThree(threes), 1 - shareCalledThree(sevens))
    // Each share weighs as much as there are images behind it. The mean of the two would favour the rarer digit.
    let (n, m) = (Float(threes.shape[0]), Float(sevens.shape[0]))
    return (right3, right7, (right3 * n + right7 * m) / (n + m))
}
