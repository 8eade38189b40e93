// # Papers and their signs
//
// Section 7.5 · After this page you can read a formula of a paper as the code that it is.

import Figures
import Notebook
import Tensors

// The paper about Mixup says in two lines what the last page said in one function (the book's figure 7-1):
//
// - x̃ = λ xᵢ + (1 − λ) xⱼ, where xᵢ and xⱼ are raw input vectors
// - ỹ = λ yᵢ + (1 − λ) yⱼ, where yᵢ and yⱼ are one-hot label encodings
//
// That is all. Whoever does not know the signs gives up here, and need not. A formula is code in another spelling, and
// a short one. λ is a name like `t`, only that it is one letter long and Greek; people who write papers run out of
// Latin ones. The small i and j are indices, `x[i]` and `x[j]`. The wave above the x says "another x, made from these".
// And what stands side by side is multiplied.
//
// So learn the names of the letters, once. Code uses them all the time: `lambda` cannot be a name in Python because it
// is a word of the language, which is why you meet `lam`. Swift takes the letters themselves:

extension StateOfTheArt {
    func formulaAsCode() {
        let (xᵢ, xⱼ) = (Tensor([0.2, 0.8, 0.4]), Tensor([1, 0, 0.6]))
        let (yᵢ, yⱼ) = (Tensor([0, 1, 0]), Tensor([1, 0, 0]))
        let λ: Float = 0.75
        let x̃ = λ * xᵢ + (1 - λ) * xⱼ
        let ỹ = λ * yᵢ + (1 - λ) * yⱼ
        show(x̃, "x̃")
        show(
            ỹ.scalars.map(Double.init), "ỹ",
            predict: .numbers("λ is 0.75, yᵢ is (0, 1, 0) and yⱼ (1, 0, 0). What is ỹ?", ỹ.scalars.map(Double.init)))
    }

    func greekLetters() {
        // The letters of this book, and what they mostly stand for:
        var table = TextTable(["letter", "name", "mostly stands for", "in this project"])
        for (letter, name, meaning, place) in [
            ("α", "alpha", "a learning rate; the parameter of a distribution", "Beta(α, α) of Mixup"),
            ("β", "beta", "a rate of forgetting; what is added after a norm", "`beta` of `tta`, of Adam, of a norm"),
            ("γ", "gamma", "what is multiplied after a norm", "`gamma` of a batch norm"),
            ("δ, Δ", "delta", "a small change", "a step of descent"),
            ("ε", "epsilon", "something small", "the share of label smoothing; what keeps Adam from dividing by 0"),
            ("η", "eta", "a learning rate", "`learningRate`"),
            ("θ", "theta", "all parameters of a model together", "`parameters`"),
            ("λ", "lambda", "a share; a weight of a penalty", "the share of Mixup; weight decay"),
            ("μ", "mu", "a mean; momentum", "`mean`, `momentum`"),
            ("π", "pi", "3.14159…", "`Double.pi`"),
            ("Π", "capital pi", "a product over all", "a loop that multiplies"),
            ("ρ", "rho", "a correlation; a rate of forgetting", "of RMSProp"),
            ("σ", "sigma", "a standard deviation; the sigmoid", "`std()`, `sigmoid()`"),
            ("Σ", "capital sigma", "a sum over all", "`sum()`"),
            ("τ", "tau", "a threshold; a temperature", "of softmax"),
            ("φ, ψ", "phi, psi", "functions", "layers"),
            ("∂, ∇", "del, nabla", "a slope for one number, for all of them", "`backward()` and `grad`"),
            ("ℓ", "ell", "a loss", "`loss`"),
            ("∈, ∀", "is in, for all", "a member of a set; a loop", "`contains`, `for`"),
            ("∼", "is drawn from", "a random number", "`using: &random`"),
        ] { table.add(letter, name, meaning, place) }
        show(table, "Signs of papers")

        // A sign that is in no table can be looked up by its looks: search for "list of mathematical symbols", or draw
        // it on one of the web pages that recognize handwriting and give its name. And when a formula still says
        // nothing, put numbers in, as the last piece of code did.
    }
}
