// # Gradients that pass by
//
// Section 18.4 · After this page you can catch the gradient of an inner layer, and say why CAM needs more for one.

import Layers
import Notebook
import Tensors

// The map of section 18.2 can only be made of the last features. The head's weight has 64 columns because the body ends
// with 64 channels; the layer before has 32. And if it had 64, too, the weight would still not belong to it: it says
// what the *last* features are worth.

extension WhereItLooks {
    func whyNotInnerLayers() throws {
        let (net, x) = (try net, try picture(try example))
        var inner: Tensor?
        _ = net.body[-2].onForward { _, output in inner = output.detached() }.during { noGrad { net(x) } }
        show(inner!.shape, "the output of the last group but one, for one picture")
        show(net.head.weight.shape, "the weight of the head")
        show(
            net.head.weight.shape[1] == inner!.shape[1],
            "can einsum multiply the two?",
            ask: "In \"ck,kij->cij\" the letter k stands for the columns of the weight and for the channels. Can the "
                + "weight [4, 64] be multiplied with this output?")
    }
}

// What are features worth to a score, if there is no weight to look it up? A gradient says just that: by how much the
// score rises if the feature rises a little. For the last features the gradient *is* the weight, since what follows is
// linear. For earlier ones backpropagation computes it. That is the idea of R. R. Selvaraju and others, *Grad-CAM*
// ("Grad-CAM: Why did you say that?", 2016).
//
// But where is it? A backward pass computes the gradients of all layers, hands each on to the layer before, and forgets
// it. Only leaves keep theirs: parameters, and what else was declared to require a gradient. So we must catch it as it
// passes by, with a hook on the way *back*. `Listening` is such a hook from the parts of chapter 17. It is an operation
// that does nothing on the way forward. On the way back it is handed the gradient, shows it to a function, and hands it
// on:

/// y = x   ⇒   dx = dy, and `listen` has seen dy.
public struct Listening: AutogradFunction {
    let listen: (Tensor) -> Void

    public init(_ listen: @escaping (Tensor) -> Void) { self.listen = listen }

    public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor { operands[0] }

    public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
        listen(dy)
        return [dy]
    }
}

extension WhereItLooks {
    func gradientsPassBy() throws {
        // Run the net in two halves, with our operation in between. This time gradients must be on, so no `noGrad`; but
        // `eval()`, as before.
        let (net, x) = (try net, try picture(try example))
        net.eval()
        let features = net.body(x)
        var ours: Tensor?
        let scores = net.head(Listening { ours = $0 }(features).mean(axes: 2, 3))
        scores[0, Self.cat].backward()
        show(ours!.shape, "the gradient that passed by")
        net.zeroGrad()

        // The engine's `onBackward` hangs the same thing onto what a layer returns. (Inside it is `hookingGradient`;
        // the book's backward hook, `HookBwd`, gets a list of gradients, of which it takes the first.) With it the net
        // is called as usual:
        var engines: Tensor?
        net.body.onBackward { engines = $0 }.during { net(x)[0, Self.cat].backward() }
        net.zeroGrad()
        show(ours!.scalars == engines!.scalars, "both hooks have caught the same gradient")

        // Is it the weight, then? The mean over 64 places hands each of them a 64th. So every place of channel k has
        // the gradient w[cat, k] / 64:
        let weight = net.head.weight.value.detached()[Self.cat].reshaped(1, -1, 1, 1)
        show(
            largestDifference(64 * engines!, weight.expanded(to: engines!.shape)) < 1e-5,
            "64 times the gradient, at every place, is the row of the cat in the head's weight")
    }

    func oneNumberOnly() throws {
        // Why `scores[0, cat]`, and not `scores.backward()`? The scores are a matrix, a row for each picture and a
        // column for each kind. A gradient is defined for a single number. The engine refuses anything else:
        //
        //     backward on [1, 4]: only a single number has a gradient
        //       try: sum() or mean() first, or backward(gradient:)
        //
        // Do not follow that advice blindly. The gradient of a sum is the sum of the gradients, so after `sum()` the
        // map would answer for all kinds at once. `caughtGradient` is the gradient at the body for any number made of
        // the scores:
        let (net, x) = (try net, try picture(try example))
        func caughtGradient(of number: (Tensor) -> Tensor) -> Tensor {
            var caught: Tensor?
            net.body.onBackward { caught = $0 }.during { number(net(x)).backward() }
            net.zeroGrad()
            return caught!
        }
        let ofSum = caughtGradient { $0.sum() }
        let each = Self.kinds.indices.map { kind in caughtGradient { $0[0, kind] } }
        show(
            largestDifference(ofSum, each.reduce(0 * ofSum, +)) < 1e-5,
            "the gradient of the sum is the sum of the gradients",
            ask: "There is a gradient for each of the four scores. Is the gradient of their sum the sum of the four?")

        // Choose one picture and one kind, then. And clear up: a backward pass leaves its gradients in all parameters
        // on its way, where the next training step would find them. That is what `net.zeroGrad()` was for, each time.
        net.body.onBackward { _ in }.during { net(x)[0, Self.cat].backward() }
        let left = net.parameters.count { $0.grad != nil }
        net.zeroGrad()
        show(
            left, "parameters with a gradient after one look, if nobody clears them",
            predict: .yesNo(
                "A backward pass was made for a look at the net. Has it left gradients in the parameters?", left > 0))
    }
}
