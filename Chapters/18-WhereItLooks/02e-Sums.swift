// # What a map adds up to
//
// Section 18.2 · After this page you can say in which sense a class activation map is exact, and in which it is not.

import Figures
import Layers
import Notebook
import Tensors

// A mean of dot products is the dot product of the mean: it does not matter whether we weigh first and average then, or
// the other way round. So the mean of a class's map, plus the bias, *is* the score of the class. Nothing is lost on the
// way from the score to the map, and nothing is added:

extension WhereItLooks {
    func addedUp() throws {
        let (net, x) = (try net, try validSet.inputs[0..<8])
        let maps = einsum("ck,nkij->ncij", net.head.weight.value.detached(), lastActivations(of: net, on: x))
        let scores = noGrad { net(x) }
        let sums = maps.mean(axes: 2, 3) + net.head.bias!.value.detached()
        show(
            largestDifference(sums, scores) < 1e-4, "mean of the map + bias = score, for eight scenes and four kinds",
            ask: "The mean of a kind's map plus its bias: is that the kind's score?")
    }
}

// An example small enough for pencil and paper. `blobNet` has nothing to learn: its first feature map shows where the
// picture is red, its second where it is blue, each the mean of squares of 2 × 2 pixels. Kind 0 weighs the first with
// 1, kind 1 the second. `twoBlobPicture` is a picture for it:

/// A net for red and blue blobs: [n, 3, h, w] → maps [n, 2, h / 2, w / 2] → scores [n, 2]
public func blobNet() -> MapNet {
    var random = SplitMix64(seed: 0)
    let colours = Conv2d(3, 2, kernel: 1, bias: false, using: &random)
    colours.weight.assign(Tensor(shape: [2, 3, 1, 1], [1, 0, 0, 0, 0, 1]))
    let head = Linear(2, 2, using: &random)
    head.weight.assign(Tensor([[1, 0], [0, 1]]))
    head.bias!.assign(Tensor([0, 0]))
    return MapNet(body: Sequential(colours, AveragePool2d(2)), head: head)
}

/// A black picture [1, 3, 8, 8] with a red blob on the left and a blue one on the right.
public func twoBlobPicture() -> Tensor {
    var picture = Tensor.zeros(1, 3, 8, 8)
    picture[0, 0, 2..<4, 0..<2] = .ones(2, 2)
    picture[0, 2, 4..<6, 6..<8] = .ones(2, 2)
    return picture
}

extension WhereItLooks {
    func twoBlobs() {
        let net = blobNet()
        let maps = activationMaps(
            net.head.weight.value.detached(), lastActivations(of: net, on: twoBlobPicture())[0])
        show(maps[0], "the map of kind 0")
        show(
            [peak(of: maps[0]).row, peak(of: maps[0]).column], "row and column of its largest number",
            predict: .numbers(
                "The picture is 8 × 8, the red blob fills rows 2 and 3 and columns 0 and 1, the map is 4 × 4. In which "
                    + "row and column, counted from 0, is the largest number of the map of \"red\"?", [1, 0]))
        show([peak(of: maps[1]).row, peak(of: maps[1]).column], "the same for the map of kind 1")
        show(noGrad { net(twoBlobPicture()) }[0], "the scores: a sixteenth each, the mean of a map with a single 1")
    }
}

// MARK: Helpers

/// Row and column of the largest number of a map [h, w].
func peak(of map: Tensor) -> (row: Int, column: Int) {
    let place = map.flattened().argmax(axis: 0).item
    return (place / map.shape[1], place % map.shape[1])
}
