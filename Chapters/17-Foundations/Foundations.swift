// # A neural net from the foundations
//
// Here nothing is taken for granted. We begin with a tensor whose numbers can be read and written one by one, and build
// on it whatever a neural net needs: the matrix product, arithmetic on whole tensors, broadcasting, Einstein's
// notation, a start that survives fifty layers, the forward pass, and the backward pass by hand. Each convenience of
// the engine may be used once it has been built, and each time both are compared: they give the same numbers.
//
// At the end the functions have become layers, layers have become modules, and what `backward()` does holds no secret.
//
// Run it with `swift run ch17`, run one section with `swift run ch17 --section 4`, and train on the real digits with
// `--data DIR`. With `--predict` it asks you to predict results before it shows them.

import Datasets
import Figures
import Notebook
import Tensors

/// Chapter 17 of the book.
public final class Foundations: Chapter {
    public static let number = 17
    public static let title = "A neural net from the foundations"
    public static let sections: [Section<Foundations>] = [
        // 1 Modelling a neuron
        // 2 Matrix multiplication from scratch
        // 3 Elementwise arithmetic
        // 4 Broadcasting
        // 5 The rules of broadcasting
        // 6 Einstein summation
        // 7 Five matrix products
        // 8 Defining and initializing a layer
        // 9 Gradients and the backward pass
        Section(
            "Refactoring the model", Foundations.layersAsClasses, Foundations.modelAsAClass,
            Foundations.aLayerRemembersOneCall, Foundations.layerFunction, Foundations.foundByTheCompiler,
            Foundations.plainArrays),
        Section(
            "Layers of the engine", Foundations.operationOfOnesOwn, Foundations.aContextForEveryCall,
            Foundations.trackedOrNot, Foundations.netOfFunctions, Foundations.losses,
            Foundations.tamperingWithGradients, Foundations.reversal, Foundations.linearLayer,
            Foundations.parametersAreFound, Foundations.lostParameters,
            Foundations.modelAsAModule, Foundations.sequentialOfTheEngine, Foundations.trainingWithMyReLU,
            Foundations.ladderOfVersions, Foundations.whatIsKept),
        Section(
            "A convolution of our own", Foundations.unfoldDrawn, Foundations.windowsAndStrides,
            Foundations.whatUnfoldCosts, Foundations.convolutionByUnfold, Foundations.foldIsTheWayBack,
            Foundations.sizesOfAConvNet, Foundations.trainingAConvNet, Foundations.theEnginesConvolution,
            Foundations.learnedKernels),
        Section("Conclusion", Foundations.whatWasBuilt, Foundations.takeaways),
    ]

    public static let durations: [RunSize: Duration] = [
        .quick: .seconds(2), .usual: .seconds(60), .full: .seconds(200),
    ]

    let run: Run
    /// Digits for the nets that are trained in sections 17.11 and 17.12: MNIST if it is at hand, else the generator.
    let source: DataSource<DigitImages>

    /// Finds out where the digits will come from; they are read when a section first needs them.
    public init(_ run: Run) throws {
        self.run = run
        let (seed, each) = (run.seed, run.size(quick: 20, usual: 800, full: 4000))
        source = try run.data(.mnist(), .mnistPNG(), standIn: "generated digits") {
            .generated(digits: Array(0...9), train: each, valid: each / 2, seed: seed)
        }
    }
}
