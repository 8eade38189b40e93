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

// Now for what a map does *not* say. Softmax looks at differences of scores only. So we may add the same numbers to the
// weights of all kinds, and no probability changes: it is the same net for everybody who uses it. But all maps change.
// What stays is the difference of two kinds' maps, or of a kind's map and the mean of all, the `contrast`:

/// A map of each kind without what all kinds have in common: [c, h, w] → the same shape.
public func contrast(_ maps: Tensor) -> Tensor { maps - maps.mean(axis: 0, keepingAxes: true) }

extension WhereItLooks {
    func whatSoftmaxCannotSee() throws {
        let (net, x) = (try net, try picture(try example))
        let activations = lastActivations(of: net, on: x)[0]
        let weight = net.head.weight.value.detached()
        var random = run.random
        let shifted = weight + Tensor.randn(1, weight.shape[1], using: &random)
        // `probabilities` are what the net says with another weight in its head:
        func probabilities(_ weight: Tensor) -> Tensor {
            (activations.mean(axes: 1, 2).linear(weight) + net.head.bias!.value.detached()).softmax()
        }
        let (maps, others) = (activationMaps(weight, activations), activationMaps(shifted, activations))
        show(
            largestDifference(probabilities(weight), probabilities(shifted)) < 1e-4,
            "the probabilities are the same")
        show(
            largestDifference(maps, others) < 0.01, "the maps are the same",
            ask: "The same random numbers are added to the weights of every kind. Do the maps stay the same?")

        // The contrast answers another question: not "what speaks for a cat", but "what speaks for a cat rather than
        // for the other kinds". It is as certain as the probabilities are:
        show(largestDifference(contrast(maps), contrast(others)) < 0.01, "the contrasts are the same")

        // (Plain gradient descent would never add the same to the weights of all kinds, because the gradients of
        // cross-entropy sum to 0 over the kinds. Adam, which we train with, scales the step of every weight by itself,
        // so something common to all kinds can grow. With two kinds the gradients are opposite and scaled alike: there
        // one map is nearly the other one with its sign changed.)
    }

    func otherHeads() throws {
        // Second, the head. fastai puts another one on the book's ResNet: the mean *and* the maximum of each of 512
        // maps, so 1024 numbers, then batch norm, a linear layer from 1024 to 512, a ReLU, batch norm again, and the
        // last linear layer from 512 to 2. Its weight has 512 columns, and the body has 512 channels. That the two are
        // equal is a coincidence of sizes: column k of the weight belongs to number k of the layer before, which is
        // made of all channels. So the book's einsum can be computed, its picture looks reasonable, and the sum above
        // does not hold for it. Maxima alone would spoil it too:
        let (net, x) = (try net, try picture(try example))
        let activations = lastActivations(of: net, on: x)[0]
        let weight = net.head.weight.value.detached()
        let withMeans = activations.mean(axes: 1, 2).linear(weight)
        let withMaxima = activations.max(axes: [1, 2]).linear(weight)
        let means = activationMaps(weight, activations).mean(axes: 1, 2)
        var table = TextTable(["head", "largest difference between mean of the map and score, without bias"])
        table.add("means", largestDifference(means, withMeans))
        table.add("maxima", largestDifference(means, withMaxima))
        show(table, "The same weights behind two kinds of pooling")
    }
}

// MARK: Helpers

/// Row and column of the largest number of a map [h, w].
func peak(of map: Tensor) -> (row: Int, column: Int) {
    let place = map.flattened().argmax(axis: 0).item
    return (place / map.shape[1], place % map.shape[1])
}
