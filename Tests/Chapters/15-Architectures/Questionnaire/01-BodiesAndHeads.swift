// Questions 15.1 to 15.8: bodies, heads, and what is between them.

import Chapter15
import Layers
import Tensors
import TestSupport
import Testing
import Vision

extension `15 Questionnaire` {
    /// 15.1 · What is the head of a net?
    ///
    /// The part that is specialized in the task, at the end. In a net for photos it usually begins with the last
    /// pooling (the adaptive one): pooling, flattening, and one linear layer or more, of which the last gives as many
    /// numbers as there are answers.
    ///
    /// - Shown by: `cutByTheTable` in Chapters/15-Architectures/01-WhereToCut.swift
    @Test func `15.1 the head is what comes from the last pooling on`() throws {
        let (ten, body) = smallResNet()
        let head = Array(ten.layers[body.layers.count...])
        let parts = head.flatMap { $0.namedModules.map(\.module) }
        #expect(parts.contains { $0 is AdaptiveAveragePool2d } && parts.contains { $0 is Linear })
        #expect(!body.layers.contains { $0.namedModules.contains { $0.module is AdaptiveAveragePool2d } })
        // Body, then head: that is the net.
        let x = Tensor.ones(1, 3, 64, 64)
        #expect(Sequential(head)(body(x)).scalars == ten(x).scalars)
        #expect(ten(x).shape == [1, 7])
    }

    /// 15.2 · What is the body of a net?
    ///
    /// Everything else, the first layers (the stem) among it. It makes maps of features out of a photo.
    ///
    /// - Shown by: `cutByTheTable` in Chapters/15-Architectures/01-WhereToCut.swift
    /// - Shown by: `gridOfABody` in Chapters/15-Architectures/01b-AfterTheCut.swift
    @Test func `15.2 the body is everything before the head, and begins with the stem`() {
        let (ten, body) = smallResNet()
        #expect(body.layers[0] === ten.layers[0] && body.layers[0] is Conv2d)
        #expect(ten.parameterCount - body.parameterCount == 7 * 512 + 7)
        #expect(body(.ones(1, 3, 224, 224)).shape == [1, 512, 7, 7])
    }

    /// 15.3 · What is "cutting" a net, and why does transfer learning need it?
    ///
    /// It is taking away the head: the last linear layer, and the pooling before it. What the old head says are the old
    /// task's classes. A new task has others, and another number of them; so it needs a new head, which is put behind
    /// the body. The body's features are what is transferred.
    ///
    /// - Shown by: `cutByTheTable` in Chapters/15-Architectures/01-WhereToCut.swift
    /// - Shown by: `cutTooLate` in Chapters/15-Architectures/01b-AfterTheCut.swift
    @Test func `15.3 a cut net takes a new head with another number of answers`() {
        let (ten, body) = smallResNet()
        var random = SplitMix64(seed: 3)
        let net = Sequential(body, createHead(2 * 512, 37, using: &random))
        net.eval()
        let x = Tensor.ones(2, 3, 64, 64)
        #expect(ten(x).shape == [2, 7] && net(x).shape == [2, 37])
        // The body is the same object, with what it has learned.
        #expect(net[0] === body)
    }

    /// 15.4 · What is `model_meta`? Print it and look.
    ///
    /// A table with an entry for each architecture that the library knows: where its net is to be cut, how the body's
    /// layers are sorted into parameter groups, and with which means and deviations photos were normalized when it
    /// learned. (Ours is `modelMeta`.)
    ///
    /// - Shown by: `tableOfArchitectures` in Chapters/15-Architectures/01-WhereToCut.swift
    @Test func `15.4 the table says where to cut, how to group, and how to normalize`() throws {
        #expect(Set(modelMeta.keys) == Set(Architecture.known.map(\.name)))
        let meta = try #require(modelMeta["resnet50"])
        #expect(meta.cut == -2 && meta.statistics == .imageNet)
        #expect(meta.statistics.mean == [0.485, 0.456, 0.406] && meta.statistics.deviation == [0.229, 0.224, 0.225])
        // What the table says is true: the cut gives maps, and the groups are those of the engine's body.
        var random = SplitMix64(seed: 4)
        let net = ResNet(.resNet18, using: &random)
        let (ten, body, resNet18) = (tenLayers(of: net), Body(net), try #require(modelMeta["resnet18"]))
        let left = Array(ten.layers[..<(ten.layers.count + resNet18.cut)])
        let groups = [left[..<resNet18.groupStarts[0]], left[resNet18.groupStarts[0]...]]
        #expect(
            groups.map { Sequential(Array($0)).parameterCount }
                == body.groups.map { Sequential(Array(body.layers.layers[$0])).parameterCount })
        let mobile = MobileNetV2(using: &random), mobileMeta = try #require(modelMeta["mobilenetv2"])
        #expect(mobileMeta.groupStarts == Body(mobile).groups.dropFirst().map(\.lowerBound))
    }

    /// 15.5 · Read the source of `create_head`, and make sure that you understand each line.
    ///
    /// It begins with a pooling (both, or the mean alone) and with flattening. Then it goes through the row of widths:
    /// numbers after pooling, hidden layers, answers. For each pair of neighbours there are batch norm, dropout, a
    /// linear layer without bias, and a ReLU, which the last pair does not have. The last dropout is `ps`, those before
    /// are half of it. At the end there may be one more norm, and a sigmoid with a range.
    ///
    /// - Shown by: `createHead` in Chapters/15-Architectures/01e-CreateHead.swift
    /// - Shown by: `sameAsTheEngines` in Chapters/15-Architectures/01e-CreateHead.swift
    @Test func `15.5 pooling, flattening, then norm, dropout and linear for each pair of widths`() {
        var random = SplitMix64(seed: 5)
        func kinds(_ head: Sequential) -> [String] { head.layers.map { "\(type(of: $0))" } }
        let group = ["BatchNorm1d", "Dropout", "Linear"]
        #expect(
            kinds(createHead(20, 2, hidden: [8, 4], using: &random))
                == ["ConcatPool2d", "Flatten"] + group + ["ReLU"] + group + ["ReLU"] + group)
        #expect(
            kinds(createHead(20, 2, hidden: [], bnFinal: true, using: &random)).suffix(2) == ["Linear", "BatchNorm1d"])
        let plain = createHead(20, 2, hidden: [], dropout: 0, concatPool: false, using: &random)
        #expect(kinds(plain) == ["AdaptiveAveragePool2d", "Flatten", "BatchNorm1d", "Linear"])
        // With the same random numbers it is the engine's.
        for (hidden, dropout, final) in [([512], 0.5, false), ([8, 4], 0.3, true), ([], 0, false)]
            as [([Int], Float, Bool)]
        {
            var (one, two) = (SplitMix64(seed: 6), SplitMix64(seed: 6))
            let byHand = createHead(20, 3, hidden: hidden, dropout: dropout, bnFinal: final, using: &one)
            let plan = HeadPlan(hidden: hidden, dropout: dropout, normalizesEnd: final)
            let engine = plan.layers(10, outputs: 3, using: &two)
            #expect(byHand.listing() == engine.listing())
            #expect(zip(byHand.parameters, engine.parameters).allSatisfy { $0.value.scalars == $1.value.scalars })
        }
    }

    /// 15.6 · Look at what `create_head` prints. Why is each layer there, and how does the source make it?
    ///
    /// Concat pooling makes one cell of any grid and two numbers of each map; flattening makes rows of numbers of them.
    /// A norm brings features of all scales to one, and its shift does a bias's work; dropout keeps the head from
    /// relying on single features; the first linear layer mixes them to 512 new ones, and the ReLU makes that more than
    /// a product of matrices. The last group is the same again, and its linear layer gives the answers. In the source,
    /// both groups are one turn each of the loop over the widths.
    ///
    /// - Shown by: `shapesThroughTheHead` in Chapters/15-Architectures/01c-NineLayers.swift
    /// - Shown by: `leftOut` in Chapters/15-Architectures/01f-WhyEachLayer.swift
    @Test func `15.6 the shapes behind the nine layers say what each is for`() {
        var random = SplitMix64(seed: 6)
        let head = createHead(20, 2, using: &random)
        var (x, shapes) = (Tensor.randn(4, 10, 7, 7, using: &random) * 50, [[Int]]())
        var deviations: [Float] = []
        for layer in head.layers {
            x = noGrad { layer(x) }
            shapes.append(x.shape)
            deviations.append(x.std().item)
        }
        #expect(shapes[0] == [4, 20, 1, 1] && shapes[1...3].allSatisfy { $0 == [4, 20] })
        #expect(shapes[4...7].allSatisfy { $0 == [4, 512] } && shapes[8] == [4, 2])
        #expect(deviations[1] > 20 && deviations[2] < 1.2)
        // Two linear layers with nothing bent between are one.
        let (a, b) = (Linear(20, 512, bias: false, using: &random), Linear(512, 2, bias: false, using: &random))
        let product = b.weight.value.matmul(a.weight.value)
        let y = Tensor.randn(3, 20, using: &random)
        expectClose(noGrad { b(a(y)) }, noGrad { y.linear(product, nil) }, absolute: 1e-4)
    }

    /// 15.7 · How are dropout, the sizes of layers and their number changed in a head? Look for values that make the
    /// pet recognizer better.
    ///
    /// By `ps`, the last dropout (those before have half of it), and by `lin_ftrs`, the list of widths; here they are
    /// `dropout` and `hidden` of `createHead` and `HeadPlan`. Whether other values are better has to be measured, with
    /// several seeds, against the default on the same splits.
    ///
    /// - Shown by: `headsOfOtherPlans` in Chapters/15-Architectures/01e-CreateHead.swift
    /// - Shown by: `oneKnobAtATime` in Chapters/15-Architectures/01i-DropoutAndWidth.swift
    @Test func `15.7 hidden widths and dropout change the head`() {
        var random = SplitMix64(seed: 7)
        let head = createHead(20, 2, hidden: [256, 128], dropout: 0.8, using: &random)
        #expect(head.layers.compactMap { ($0 as? Dropout)?.p } == [0.4, 0.4, 0.8])
        #expect(head.layers.compactMap { ($0 as? Linear)?.weight.shape } == [[256, 20], [128, 256], [2, 128]])
    }

    /// 15.8 · What does `AdaptiveConcatPool2d` do?
    ///
    /// It pools each map twice, by the maximum and by the mean, to a size that is chosen (one cell, as a rule),
    /// whatever the size of the maps, and puts both results one behind the other, along the channels: first the maxima,
    /// then the means.
    ///
    /// - Shown by: `pooledByHand` in Chapters/15-Architectures/01d-ConcatPooling.swift
    @Test func `15.8 maxima of all maps, then their means`() {
        let x = Tensor(shape: [1, 2, 2, 3], [9, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1])
        #expect(concatPooled(x).shape == [1, 4, 1, 1] && concatPooled(x).scalars == [9, 2, 1.5, 1.5])
        #expect(ConcatPool2d()(x).scalars == [9, 2, 1.5, 1.5])
        #expect(concatPooled(.ones(2, 3, 5, 9)).shape == [2, 6, 1, 1])
    }
}

// MARK: Helpers

/// A ResNet-18 for seven classes as ten layers, and its body, cut by the table.
private func smallResNet() -> (ten: Sequential, body: Sequential) {
    var random = SplitMix64(seed: 1)
    let ten = tenLayers(of: ResNet(.resNet18, classes: 7, using: &random))
    ten.eval()
    return (ten, Sequential(Array(ten.layers.dropLast(-modelMeta["resnet18"]!.cut))))
}
