// # The map of a class
//
// Section 18.2 · After this page you can compute a class activation map: a dot product at every place.

import Layers
import Notebook
import Tensors

// Now to one picture of a cat, `example`. We want what the body makes of it, the output of its last layer just before
// the mean. The net does not return it, so we need a hook:

extension WhereItLooks {
    func insideThePrediction() throws {
        let (net, x) = (try net, try picture(try example))
        net.eval()
        var stored: Tensor?
        let scores = net.body.onForward { _, output in stored = output.detached() }.during { noGrad { net(x) } }
        let activations = stored![0]
        show(
            activations.shape, "what comes out of the body",
            ask: "A picture of 64 × 64 pixels is halved three times, and the body ends with 64 filters. What shape has "
                + "its output for one picture?")
        record("activations/channels", activations.shape[0], book: 512, differs: "a small net", on: scenes)
        record("activations/side", activations.shape[1], book: 7, differs: "a small net and picture", on: scenes)

        // What does the net say? And which number belongs to which kind? Look it up, do not guess. (In the book,
        // `dls.vocab` is [False, True]: classes are sorted, so 0 is a dog and 1 a cat.)
        let probabilities = scores.softmax()[0]
        show(Self.kinds.map(\.name), "the kinds, in the order of the scores")
        show(probabilities, "their probabilities")
        record("vocabulary/size", Self.kinds.count, book: 2, differs: "four kinds", on: scenes)
        record(
            "prediction/not-a-cat", 1 - probabilities[Self.cat].item, book: 7.3566e-07,
            differs: "a generated scene, a small net, three other kinds", on: scenes)
    }
}

// The head makes the score of a class from 64 means: it multiplies each with a weight and adds up. The idea of B. Zhou
// and others ("Learning Deep Features for Discriminative Localization", 2016) is to do the same without the mean. At
// every place of the map there are 64 numbers, just as many as the linear layer has inputs. So the layer can be asked
// about each place alone: how much does what you find here speak for a cat?
//
// `activationMaps` writes it with einsum (section 17.6): c is the class, k the channel, i and j the place. What does
// not appear on the right, k, is summed over.

/// How much each place speaks for each class: weight [c, k] · activations [k, h, w] → [c, h, w]. (The book's
/// `cam_map`.)
public func activationMaps(_ weight: Tensor, _ activations: Tensor) -> Tensor {
    einsum("ck,kij->cij", weight, activations)
}

// `lastActivations` does what we did above, for any pictures:

/// The output of the net's body, as the net is used: x [n, 3, h, w] → [n, k, h', w']
public func lastActivations(of net: MapNet, on x: Tensor) -> Tensor {
    net.eval()
    var stored: Tensor?
    _ = net.body.onForward { _, output in stored = output.detached() }.during { noGrad { net(x) } }
    return stored!
}

extension WhereItLooks {
    func scoresOfPlaces() throws {
        let net = try net
        let activations = lastActivations(of: net, on: try picture(try example))[0]
        let weight = net.head.weight.value.detached()
        let maps = activationMaps(weight, activations)
        show(
            maps.shape, "one map for each kind",
            predict: .shape(
                "The weight is [4, 64], the activations are [64, 8, 8]. What shape have the maps?", [4, 8, 8]))
        record("map/classes", maps.shape[0], book: 2, differs: "four kinds", on: scenes)
        record("map/side", maps.shape[1], book: 7, differs: "a small net and picture", on: scenes)

        // One number of it by hand. The row of the cat, times the 64 numbers in the middle of the picture:
        let byHand = (weight[Self.cat] * activations[0..., 4, 4]).sum()
        show(abs(byHand.item - maps[Self.cat, 4, 4].item) < 1e-4, "a dot product at one place is that place of the map")
    }

    func usedAndNotTrained() throws {
        // Two switches were set. The first is `eval()`. In training mode, batch norm takes mean and variance from the
        // batch, here from a single picture, and moves its running averages as well; and dropout, where there is some,
        // leaves out numbers at random. What we look at would not be what the net computes when it is used. (We try it
        // on a copy of the net, since a look in training mode changes it.)
        let x = try picture(try example)
        var random = run.random
        let copy = MapNet(kinds: Self.kinds.count, using: &random)
        try copy.load(try net.stateDictionary)
        let used = lastActivations(of: copy, on: x)
        copy.train()
        let (training, before) = (noGrad { copy.body(x) }, try net.stateDictionary)
        show(largestDifference(used, training) > 0.01, "in training mode, the body makes something else of the picture")
        let moved = copy.namedBuffers.count { name, buffer in buffer.value.scalars != before[name]!.scalars }
        show("\(moved) of \(copy.namedBuffers.count)", "running averages that a look in training mode has moved")

        // And `noGrad`: without it, each operation would note how to compute its gradients, and keep what that takes.
        // We need no gradients for this map. Section 18.4 will.
        show(
            noGrad { copy.body(x) }.requiresGrad, "does the output know where it came from, inside noGrad?",
            ask: "The body is called inside noGrad. Does its output have a history?")
    }
}
