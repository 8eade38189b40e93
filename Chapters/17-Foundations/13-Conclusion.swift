// # What you have built
//
// Section 17.13 · After this page you know where each thing that you have built is in the engine, and what to remember
// of this chapter.

import Figures
import Layers
import Notebook
import Tensors

extension Foundations {
    func whatWasBuilt() {
        // You began with single numbers: a neuron is a loop over them. Each part was then built, compared, and replaced
        // by the engine's. This is where it is in the engine:
        var table = TextTable(["built in", "what", "in the engine", "file"])
        for (section, what, engine, file) in places { table.add(section, what, engine, file) }
        show(table, "From here to the engine")
    }

    func takeaways() {
        // And this is what to remember:
        //
        // - A neural net is a chain of matrix products with nonlinear functions in between. Without these, the products
        //   would merge into one.
        // - Do not ask a tensor for one number at a time: each request costs far more than the arithmetic. Write
        //   whole-tensor operations, and let the compiled loops below them do the work. They spare you the index
        //   arithmetic, too. (In Python, where an interpreter runs your loop, this matters all the more.)
        // - Shapes broadcast if, compared from the end, each pair of lengths is equal or one of the two is 1. Where an
        //   axis is missing, you choose its place with `unsqueezed`.
        // - A deep net needs weights that start right, or its numbers vanish or overflow before anything is learned: a
        //   standard deviation of √(1/in) for plain linear layers, of √(2/in) where a ReLU follows.
        // - The backward pass is the chain rule, applied again and again, from the loss to the input. It needs what the
        //   forward pass has seen, so that must be kept.
        // - In PyTorch, a subclass of `nn.Module` calls `super().__init__()` first and defines `forward`. Here, it has
        //   properties and defines `forward`.
        //
        // Does it all hold together? One last question, about the net that has been with you since section 17.8:
        let net = LittleNet(seed: run.seed)
        let count = net.w1.count + net.b1.count + net.w2.count + net.b2.count
        show(
            count, "numbers that the little net would learn",
            ask: "100 inputs, 50 features in between, 1 output: how many weights and biases does the little net have?")

        // From now on the engine is not a black box to you. Chapter 18 uses its hooks to look into a trained net, and
        // chapter 19 builds a whole library on top of what you have made here.
    }

    // MARK: Helpers

    /// What was built where, and its place in the engine.
    private var places: [(section: String, what: String, engine: String, file: String)] {
        [
            ("section 17.1", "a neuron, a dense layer", "linear(_:_:)", "Matmul.swift"),
            ("sections 17.2 to 17.7", "matmul, in five ways", "matmul(_:)", "MatrixProducts"),
            ("section 17.3", "arithmetic by element", "+ - * / .< .> .==", "Arithmetic.swift"),
            ("section 17.4", "views with a stride of 0", "expanded(to:)", "Tensor+Shape.swift"),
            ("section 17.5", "the rules of broadcasting", "BroadcastAlignment", "BroadcastAlignment.swift"),
            ("section 17.6", "einsum", "einsum(_:_:)", "Einsum.swift"),
            ("section 17.8", "a start that lasts", "Initialization", "Initialization.swift"),
            ("section 17.9", "gradients by hand", "recorded(_:_:)", "Autograd.swift"),
            ("section 17.9", "Variable", "Parameter", "Parameter.swift"),
            ("section 17.11", "MyReLU", "AutogradFunction", "AutogradFunction.swift"),
            ("section 17.11", "parametersFound(in:)", "Module", "Module.swift"),
            ("section 17.11", "LinearLayer", "Linear", "Linear.swift"),
            ("section 17.11", "Sequential", "Sequential", "Sequential.swift"),
            ("section 17.12", "unfold", "windows(axis:size:step:)", "Windows.swift"),
            ("section 17.12", "conv2dByUnfold", "conv2d(_:bias:)", "Images/Convolution.swift"),
        ]
    }
}
