// # The little net in autograd functions
//
// Section 17.11 · After this page you can write operations with several operands, and you have a net in which nobody
// writes down the order of the backward pass any more.

import Notebook
import Tensors

// ReLU has one operand. A linear layer has three, and all of them may need a gradient: the input, because layers before
// it are waiting for theirs, the weight and the bias, because they are to be learned. It saves two of them. The bias is
// not needed for going back:

/// The little net in operations of our own.
public enum WithAutogradFunctions {
    /// y = x · w + b   ⇒   dx = dy · wᵀ, dw = xᵀ · dy, db = Σ dy
    public struct Linear: AutogradFunction {
        public init() {}

        public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
            let (x, w, b) = (operands[0], operands[1], operands[2])
            context.save(x, w)
            return linear(x, w, b)
        }

        public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
            let (x, w) = (context.saved[0], context.saved[1])
            return [context.needsGradient[0] ? dy.matmul(w.T) : nil, x.T.matmul(dy), dy.sum(axis: 0)]
        }
    }

    /// L = mean of (output - target)²   ⇒   d output = 2 (output - target) / n. The target gets no gradient.
    public struct MeanSquaredError: AutogradFunction {
        public init() {}

        public func forward(_ operands: [Tensor], _ context: inout AutogradContext) -> Tensor {
            context.save(operands[0].squeezed(-1) - operands[1])
            return mse(operands[0], operands[1])
        }

        public func backward(_ dy: Tensor, _ context: AutogradContext) -> [Tensor?] {
            let error = context.saved[0]
            return [(dy * 2 * error / Float(error.count)).unsqueezed(-1), nil]
        }
    }
}

// `nil` stands for no gradient. It is a promise where nothing depends on the operand, as here, and it saves work where
// nobody wants the gradient: the first layer's input is data, so for it `needsGradient` is false, and the largest of
// its three products is not computed.
//
// The loss differs in a small way from section 17.10. There, the backward pass began at the loss, whose slope with
// respect to itself is 1, and nobody wrote that down. Here it arrives as dy, like any other gradient, and must be
// multiplied in. Then the loss may be part of something larger, half of a sum of two losses, say.

extension WithAutogradFunctions {
    public static func loss(_ x: Tensor, _ y: Tensor, _ w1: Tensor, _ b1: Tensor, _ w2: Tensor, _ b2: Tensor) -> Tensor
    {
        let l2 = MyReLU()(Linear()(x, w1, b1))
        return MeanSquaredError()(Linear()(l2, w2, b2), y)
    }

    public static func gradients(of net: LittleNet) -> LittleNetGradients {
        let leaves = [net.x, net.w1, net.b1, net.w2, net.b2].map { $0.requiringGrad() }
        let loss = loss(leaves[0], net.y, leaves[1], leaves[2], leaves[3], leaves[4])
        loss.backward()
        let grads = leaves.map { $0.grad! }
        return LittleNetGradients(
            loss: loss.detached(), x: grads[0], w1: grads[1], b1: grads[2], w2: grads[3], b2: grads[4])
    }
}

extension Foundations {
    func netOfFunctions() {
        // The forward pass is written down, and nothing else. Who goes back? The graph: it was built while the forward
        // pass ran, and `backward()` visits it from the last value to the first.
        let net = LittleNet(seed: run.seed)
        let (functions, tape) = (WithFunctions.gradients(of: net), WithAutogradFunctions.gradients(of: net))
        show(
            tape.largestDifferences(from: functions),
            "largest differences to the version in functions, for x, w1, b1, w2 and b2")

        // Is the input's gradient really not computed when nobody needs it? `requiringGrad()` is what asks for it:
        let (w1, b1) = (net.w1.requiringGrad(), net.b1.requiringGrad())
        WithAutogradFunctions.loss(net.x, net.y, w1, b1, net.w2, net.b2).backward()
        show(net.x.grad == nil && w1.grad != nil, "a gradient for w1, none for x")
    }

    func losses() {
        // And half of a loss has half the gradient, since its backward multiplies by dy:
        let (output, target) = (Tensor([[1], [4]]).requiringGrad(), Tensor([0, 0]))
        let loss = WithAutogradFunctions.MeanSquaredError()(output, target)
        (loss * 0.5).backward()
        show(
            output.grad!, "gradient of half the loss",
            ask: "The outputs are 1 and 4, the targets 0. What is the gradient of half the mean squared error?")
    }
}
