// # Grad-CAM
//
// Section 18.4 · After this page you can compute Grad-CAM, and say what one forgotten pair of axes does to it.

import Figures
import Layers
import Notebook
import Tensors

// The recipe has three steps. Take the gradient of the class's score at a layer. Average it over all places: that is
// what a channel is worth, a number for each. Weigh the channels with these numbers and add them up. `weighedChannels`
// does that for one picture, and `gradCAM` takes care of the hooks:

/// Activations and gradients of a layer for one picture [k, h, w] → map [h, w]
public func weighedChannels(_ activations: Tensor, by gradients: Tensor) -> Tensor {
    let worth = gradients.mean(axes: 1, 2, keepingAxes: true)
    return (worth * activations).sum(axis: 0)
}

/// The Grad-CAM of a kind at any layer of any net: x [1, 3, h, w] → map [h', w']
public func gradCAM(
    of net: any Layer<Tensor, Tensor>, at layer: any Layer<Tensor, Tensor>, kind: Int, on x: Tensor
) -> Tensor {
    var (activations, gradients): (Tensor?, Tensor?) = (nil, nil)
    net.eval()
    defer { net.zeroGrad() }
    let hooks = [layer.onForward { _, output in activations = output.detached() }, layer.onBackward { gradients = $0 }]
    hooks.during { net(x)[0, kind].backward() }
    return weighedChannels(activations![0], by: gradients![0])
}

extension WhereItLooks {
    func sameMapTwice() throws {
        // At the last layer we know the answer. What a channel is worth is the mean of w[cat, k] / 64 over 64 equal
        // places, so w[cat, k] / 64 again. Grad-CAM must be the map of section 18.2, divided by the number of places:
        let (net, x) = (try net, try picture(try example))
        let cam = activationMaps(net.head.weight.value.detached(), lastActivations(of: net, on: x)[0])[Self.cat]
        let gradient = gradCAM(of: net, at: net.body, kind: Self.cat, on: x)
        show(
            largestDifference(64 * gradient, cam) < 1e-4, "64 times Grad-CAM is CAM",
            predict: .number(
                "At the last layer, 8 × 8 places, by which number must Grad-CAM be multiplied to give CAM?", 64))
        let ground = try scaling.decode(x[0])
        show(
            ImageGrid(
                [overlay(cam, on: ground), overlay(gradient, on: ground)], titles: ["CAM", "Grad-CAM"]),
            "Two ways to one map: colours go from smallest to largest, so the factor does not show")

        // So the pictures agree. (The book finds that its two agree as well. Behind its head they need not: the last
        // page of this section looks into that.)
    }

    func keptAxes() throws {
        // One small word is easily forgotten: `keepingAxes`. (PyTorch's `keepdim`.) The mean over rows and columns of
        // [64, 8, 8] has shape [64]. Kept axes have length 1, [64, 1, 1]. Look at both with the rule of broadcasting,
        // which aligns shapes at the right:
        show(
            BroadcastAlignment([64, 1, 1], [64, 8, 8]), "with kept axes: every channel has one number for all places")
        show(
            BroadcastAlignment([64], [64, 8, 8]), "without",
            predict: .yesNo(
                "Can a tensor of shape [64] be multiplied with one of shape [64, 8, 8]?",
                BroadcastAlignment([64], [64, 8, 8]).shape != nil))

        // The 64 is laid on the columns, of which there are 8, so the program stops. That is the good case. The layer
        // might have as many channels as columns. Then nothing stops, and every *column* is multiplied with what a
        // channel is worth:
        var random = run.random
        let (activations, gradients) = (Tensor.rand(8, 8, 8, using: &random), Tensor.randn(8, 8, 8, using: &random))
        let wrong = (gradients.mean(axes: 1, 2) * activations).sum(axis: 0)
        show(
            wrong.shape == weighedChannels(activations, by: gradients).shape,
            "with 8 channels of 8 × 8, it has the right shape")
        show(
            largestDifference(wrong, weighedChannels(activations, by: gradients)) > 0.01, "and it is another map",
            ask: "Eight channels of 8 × 8, and the axes are not kept. The shape is right. Is it another map?")
    }
}
