import TestSupport
import Testing

@testable import Tensors

/// Operations on tensors that make no sense, and what the message must contain.
private let mistakes: [Mistake] = {
    let far = IntTensor([Int](repeating: 784, count: 64))
    let (x, a, b) = (Tensor([1, 2, 3]), Tensor.zeros(64, 784), Tensor.zeros(100, 10))
    let (image, cube) = (Tensor.zeros(1, 3, 8, 8), Tensor.zeros(3, 3, 3, 3))
    return [
        Mistake("[3] + [4]", "axis -1 is 3", "4 on the right", "try:") { _ = x + .zeros(4) },
        Mistake("[64, 784] * [64]", "unsqueezed(-1)") { _ = a * .zeros(64) },
        Mistake("[3] .> [2]") { _ = x .> Tensor([1, 2]) },
        Mistake("[3] += [2, 3]", "not fit in place") { change(x) { $0 += .zeros(2, 3) } },
        Mistake("[3] where [2]") { _ = Tensor.where(BoolTensor([true, false]), x, x) },
        Mistake("matmul [64, 784] × [100, 10]", "784 ≠ 100", "784 rows") { _ = a.matmul(b) },
        Mistake("matmul [64, 784] × [64, 784]", "transposed") { _ = a.matmul(a) },
        Mistake("matmul [3] × [4, 2]", "3 ≠ 4") { _ = x.matmul(.zeros(4, 2)) },
        Mistake("matmul [] × [3]") { _ = Tensor(1).matmul(x) },
        Mistake("[2] matmul [3]") { _ = Tensor.zeros(2, 4, 5).matmul(.zeros(3, 5, 2)) },
        Mistake("linear [64, 784]", "weight [100, 10]") { _ = a.linear(b) },
        Mistake("linear", "[7]", "not [30]") { _ = a.linear(.zeros(30, 784), .zeros(7)) },
        Mistake("stack of 2", "[3]", "number 1 is [2]") { _ = Tensor.stack([x, .zeros(2)]) },
        Mistake("stack", "nothing to stack") { _ = Tensor.stack([]) },
        Mistake("stack of [3]", "no place 5") { _ = Tensor.stack([x, x], axis: 5) },
        Mistake("cat of 2", "axis 0", "[64, 784]", "[100, 10]") { _ = Tensor.cat([a, b]) },
        Mistake("cat", "axis 1") { _ = Tensor.cat([x, x], axis: 1) },
        Mistake("sum [3]", "axis 1", "-1 to -1") { _ = x.sum(axis: 1) },
        Mistake("mean of [64, 784]", "twice") { _ = a.mean(axes: 1, -1) },
        Mistake("max of [0]", "no element") { _ = Tensor.zeros(0).max() },
        Mistake("argmax of [2, 0]", "axis 1") { _ = Tensor.zeros(2, 0).argmax(axis: 1) },
        Mistake("max of [2, 0] over axes [1]", "no element") { _ = Tensor.zeros(2, 0).max(axes: [1]) },
        Mistake("cumsum [3]", "axis 1") { _ = x.cumsum(axis: 1) },
        Mistake("prod [3]", "axis 1") { _ = x.prod(axis: 1) },
        Mistake("prod of [64, 784]", "twice") { _ = a.prod(axes: 1, -1) },
        Mistake("cumprod [3]", "axis 1") { _ = x.cumprod(axis: 1) },
        Mistake("bincount of [1]", "up to 9223372036854775807", "unique()") { _ = IntTensor([.max]).bincount() },
        Mistake("bincount of [1]", "up to 35184372088832") { _ = IntTensor([1]).bincount(minLength: 1 << 45) },
        Mistake("[1099511627776, 1099511627776]", "more than memory") { _ = Tensor.zeros(1 << 40, 1 << 40) },
        Mistake("[0, 4611686018427387904]", "more than memory") { _ = Tensor.zeros(0, 1 << 62) },
        Mistake("embedded [1]", "no row -3 for padding") { _ = b[0..<2].embedded(IntTensor([1]), padding: -3) },
        Mistake("median [3]", "axis 2") { _ = x.median(axis: 2) },
        Mistake("median of [2, 0] along axis 1", "no element") { _ = Tensor.zeros(2, 0).median(axis: 1) },
        Mistake("norm of [3]", "twice") { _ = x.norm(axes: [0, -1]) },
        Mistake("norm(nan) of [3]", "not a norm") { _ = x.norm(.nan) },
        Mistake("norm(inf) of [2, 0]", "no element") { _ = Tensor.zeros(2, 0).norm(.infinity, axis: 1) },
        Mistake("norm(-1.0) of [0]", "no element") { _ = Tensor.zeros(0).norm(-1) },
        Mistake("cosineSimilarity", "axis -1 is 784", "10 on the right") { _ = a.cosineSimilarity(b, axis: 1) },
        Mistake("all [3]", "axis 1") { _ = (x .> 0).all(axis: 1) },
        Mistake("any of [3]", "twice") { _ = (x .> 0).any(axes: [0, 0]) },
        Mistake("trueCount [3]", "axis -2") { _ = (x .> 0).trueCount(axis: -2) },
        Mistake("bincount of [2]", "-3 is negative", "unique()") { _ = IntTensor([1, -3]).bincount() },
        Mistake("tril of [3]", "no matrices", "[..., rows, columns]") { _ = x.tril() },
        Mistake("triu of []", "no matrices") { _ = Tensor(1).triu() },
        Mistake("topK(4) of [3]", "3 elements", "0 to 3") { _ = x.topK(4) },
        Mistake("argsort [64, 784]", "axis 2") { _ = a.argsort(axis: 2) },
        Mistake("softmaxCrossEntropy of [64, 784]", "labels [1]") { _ = a.softmaxCrossEntropy(IntTensor([1])) },
        Mistake("label 3 is not one of 3 classes") { _ = x.softmaxCrossEntropy(IntTensor(3)) },
        Mistake("label 784 is not one of 784 classes") { _ = a.softmaxCrossEntropy(far, axis: 1, ignoring: -1) },
        Mistake("not 1.5", "0...1") { _ = x.softmaxCrossEntropy(IntTensor(2), smoothing: 1.5) },
        Mistake("index [3] by a mask [2]", "same shape") { change(x) { $0[BoolTensor([true, false])] = x } },
        Mistake("[3] = ", "4 on the right") { change(x) { $0[x .> 0] = .zeros(4) } },
        Mistake("[3] pow [2]") { _ = x.pow(Tensor([1, 2])) },
        Mistake("logSoftmax [3]", "axis 1") { _ = x.logSoftmax(axis: 1) },
        Mistake("index [3]", "3 entries", "3 reaches outside") { _ = x[3] },
        Mistake("index [3]", "-4 reaches outside") { _ = x[-4] },
        Mistake("index [3]", "1..<5 reaches outside", "0..<3") { _ = x[1..<5] },
        Mistake("index [3]", "5..<9 reaches outside") { _ = x[5..<9] },
        Mistake("a part of [3]", "value [1, 2]", "reshaped([2])") { change(x) { $0[..<2] = .zeros(1, 2) } },
        Mistake("a part of [3]", "part is []", "value [1]", "reshaped([])") { change(x) { $0[0] = .zeros(1) } },
        Mistake("rolled []", "no axis 0", "at least one axis") { _ = Tensor(5).rolled(by: 1, axis: 0) },
        Mistake("index [3]", "2 indices", "only one axis") { _ = x[0, 1] },
        Mistake("index [3]", "2 indices", "only one axis") { _ = x[0, .newAxis, 1, .ellipsis] },
        Mistake("index []", "there is one index, but no axis") { _ = Tensor(1)[0] },
        Mistake("index [3]", "two ellipses", "one: it takes") { _ = x[.ellipsis, 0, .ellipsis] },
        Mistake("index [64, 784]", "axis 1", "784 entries") { change(a) { $0[0, 784] = Tensor(1) } },
        Mistake("assignment to a part of [3]", "part is [2], the new value [3]") { change(x) { $0[..<2] = x } },
        Mistake("rows of [3]", "no row 3", "0 to 2") { _ = x.rows([0, 3]) },
        Mistake("gathered [3] along axis 0", "no entry 3") { _ = x.gathered(axis: 0, IntTensor([3])) },
        Mistake("gathered [3]", "by [1, 1]") { _ = x.gathered(axis: 0, IntTensor([[0]])) },
        Mistake("entries of [64, 784] along axis 1", "no entry 784", "0 to 783") { _ = a.entries([0, 784], axis: 1) },
        Mistake("scatterAdded [3] along axis 0", "no entry 3") { _ = x.scatterAdded(axis: 0, IntTensor([3]), x[..<1]) },
        Mistake("scatterAdded to [3]", "[1]", "[2]") { _ = x.scatterAdded(axis: 0, IntTensor([0]), x[..<2]) },
        Mistake("index [3] by a mask [2]") { _ = x[BoolTensor([true, false])] },
        Mistake("split [3] into [1, 1]", "add up to 3") { _ = x.split(into: [1, 1]) },
        Mistake("split [3] every 0") { _ = x.split(every: 0) },
        Mistake("chunked(0) of [3]") { _ = x.chunked(0) },
        Mistake("[3] tiled by [-1]") { _ = x.tiled(-1) },
        Mistake("flipped [3]", "axis 1") { _ = x.flipped(1) },
        Mistake("axis 0 of [3] padded by (3, 0), reflect", "up to 2") { _ = x.padded([(3, 0)], with: .reflect) },
        Mistake("axis 0 of [0] padded by (1, 0)") { _ = Tensor.zeros(0).padded([(1, 0)], with: .replicate) },
        Mistake("[3] padded by 1, lastAxes: 2", "it has 1 axis") { _ = x.padded(1, lastAxes: 2) },
        Mistake("windows of 4, step 1, along axis 0 of [3]", "3 entries") { _ = x.windows(axis: 0, size: 4) },
        Mistake("conv2d [3], weight [1, 1, 3, 3]", "[n, channels, h, w]") { _ = x.conv2d(.ones(1, 1, 3, 3)) },
        Mistake("conv2d [1, 3, 8, 8]", "3 channels", "expects 4") { _ = image.conv2d(.ones(2, 4, 3, 3)) },
        Mistake("conv2d", "not [2]") { _ = image.conv2d(.ones(2, 3, 3, 3), bias: .ones(3)) },
        Mistake("conv2d", "does not fit", "padding") { _ = image.conv2d(.ones(2, 3, 9, 9)) },
        Mistake("conv2d", "stride 0×0") { _ = image.conv2d(.ones(2, 3, 3, 3), stride: 0) },
        Mistake("conv2d", "2 groups") { _ = image.conv2d(.ones(2, 1, 3, 3), groups: 2) },
        Mistake("conv2d", "at least one tap") { _ = image.conv2d(.ones(2, 3, 0, 3)) },
        Mistake("conv1d [3]", "[n, channels, length]") { _ = x.conv1d(.ones(1, 1, 3)) },
        Mistake("convTranspose2d [1, 3, 8, 8]", "4 channels") { _ = image.convTranspose2d(.ones(4, 2, 3, 3)) },
        Mistake("convTranspose2d", "2×2") { _ = image.convTranspose2d(cube, stride: 2, outputPadding: 2) },
        Mistake("reshape [3] to [2, 2]", "3 elements") { _ = x.reshaped(2, 2) },
        Mistake("reshape [3] to [-1, -1]") { _ = x.reshaped(-1, -1) },
        Mistake("transpose [3]", "axis -2") { _ = x.transposed() },
        Mistake("T of [3]", "not 1", "unsqueezed") { _ = x.T },
        Mistake("T of [1, 3, 8, 8]", "not 4", "mT", "permuted") { _ = image.T },
        Mistake("mT of [3]", "not 1", "unsqueezed") { _ = x.mT },
        Mistake("permute [64, 784] by [0, 0]") { _ = a.permuted(0, 0) },
        Mistake("squeeze axis 0 of [3]", "length is 3") { _ = x.squeezed(0) },
        Mistake("unsqueeze [3]", "place 2") { _ = x.unsqueezed(2) },
        Mistake("expand [3] to [2]") { _ = x.expanded(to: [2]) },
        Mistake("nested lists", "2", "1", "jagged") { _ = Tensor([[1, 2], [3]]) },
        Mistake("shape [2, 2]", "holds 4", "3 were given") { _ = Tensor(shape: [2, 2], [1, 2, 3]) },
        Mistake("shape [-1]", "negative") { _ = Tensor.zeros(-1) },
        Mistake("item of [3]", "3 elements") { _ = x.item },
        Mistake("clamped(min: 2.0, max: 1.0)") { _ = x.clamped(min: 2, max: 1) },
        Mistake("linspace(0.0, 1.0, 1)") { _ = Tensor.linspace(0, 1, 1) },
        Mistake("ByteTensor of [1]", "256.0 does not fit") { _ = ByteTensor(Tensor([256])) },
        Mistake("ByteTensor of [1]", "-1.0 does not fit") { _ = ByteTensor(Tensor([-1])) },
        Mistake("IntTensor of [1]", "nan does not fit") { _ = IntTensor(Tensor([.nan])) },
        Mistake("batchNorm of [3]", "no axis of channels") { _ = x.batchNorm() },
        Mistake("maxPooled(2×2, stride: 2×2, padding: 0×0) of [3]", "two axes") { _ = x.maxPooled(2) },
        Mistake("maxPooled(99×99, stride: 99×99", "larger than the image") { _ = a.maxPooled(99) },
        Mistake("padding: 2×2) of [64, 784]", "half the kernel") { _ = a.averagePooled(2, padding: 2) },
        Mistake("maxPooled(5×5", "by a stride") { _ = Tensor.zeros(2, 2).maxPooled(5, stride: 2, ceilMode: true) },
        Mistake("maxPooled(2×2, stride: 0×1", "at least 1") { _ = a.maxPooled(2, stride: [0, 1]) },
        Mistake("adaptiveAveragePooled(0×1)", "at least one window") { _ = a.adaptiveAveragePooled([0, 1]) },
        Mistake("adaptiveMaxPooled(1×1) of [2, 0]", "empty") { _ = Tensor.zeros(2, 0).adaptiveMaxPooled(1) },
        Mistake("layerNorm of [64, 784]", "[784]", "[10]", "[..., 10]") { _ = a.layerNorm(.ones(10)) },
        Mistake("layerNorm of [3]", "last 2 axes") { _ = x.layerNorm(lastAxes: 2) },
        Mistake("dropout of [3]", "1.5 is not a probability") { draw { _ = x.dropout(1.5, using: &$0) } },
        Mistake("lockedDropout of [3]", "1.5") { draw { _ = x.lockedDropout(1.5, axis: 0, using: &$0) } },
        Mistake("lockedDropout", "axis 1") { draw { _ = x.lockedDropout(0.5, using: &$0) } },
        Mistake("dropout of [3]", "nan is not a probability") { draw { _ = x.dropout(.nan, using: &$0) } },
        Mistake("embedded [2] by a table [100, 10]", "no row 100", "0 to 99") { _ = b.embedded(IntTensor([0, 100])) },
        Mistake("embedded [1, 1] by a table [100, 10]", "no row -1") { _ = b.embedded(IntTensor([[-1]])) },
        Mistake("groupNorm of [2, 6]", "6 channels", "4 groups") { _ = Tensor.ones(2, 6).groupNorm(4) },
        Mistake("groupNorm of [6]", "no axis of channels") { _ = Tensor.ones(6).groupNorm(1) },
        Mistake("groupNorm of [2, 6]", "6 channels", "[3]") { _ = Tensor.ones(2, 6).groupNorm(2, .ones(3)) },
        Mistake("channelDropout of [6]", "no axis") { draw { _ = Tensor.ones(6).channelDropout(0.5, using: &$0) } },
        Mistake("channelDropout of [1, 3]", "1.5") { draw { _ = x.unsqueezed(0).channelDropout(1.5, using: &$0) } },
        Mistake("leakyReLU", "[2]", "[3]") { _ = Tensor.ones(2).leakyReLU(slopes: .ones(3)) },
        Mistake("embedded [1] by a table [3]", "rows and columns") { _ = x.embedded(IntTensor([0])) },
        Mistake("interpolated(to: 2×2) of [3]", "two axes") { _ = x.interpolated(to: 2) },
        Mistake("interpolated(to: 0×2)", "no pixels") { _ = a.interpolated(to: [0, 2]) },
        Mistake("interpolated(by: -1.0)", "not positive") { _ = a.interpolated(by: -1) },
        Mistake("interpolated(by: 1e+30)", "too large") { _ = a.interpolated(by: 1e30) },
        Mistake("no corners to align", "bilinear") { _ = a.interpolated(to: 2, alignCorners: true) },
        Mistake("pixelShuffled(2) of [3, 2, 2]", "multiple of 4") { _ = Tensor.zeros(3, 2, 2).pixelShuffled(2) },
        Mistake("pixelUnshuffled(2) of [3, 2, 3]", "multiples of 2") { _ = Tensor.zeros(3, 2, 3).pixelUnshuffled(2) },
        Mistake("assign to [3]", "[1]") { change(x) { $0.assign(.zeros(1)) } },
        Mistake("[3].add([2]", "the shapes differ") { change(x) { $0.add(.zeros(2), times: 1) } },
    ]
}()

private let einsumMistakes: [Mistake] = {
    let (x, a, b) = (Tensor([1, 2, 3]), Tensor.zeros(64, 784), Tensor.zeros(100, 10))
    let (image, cube) = (Tensor.zeros(1, 3, 8, 8), Tensor.zeros(3, 3, 3, 3))
    return [
        Mistake("einsum \"ij,jk\"", "j is 784 in operand 0 [64", "100 in operand 1") { _ = einsum("ij,jk", a, b) },
        Mistake("einsum \"ii->i\"", "i is 64 in operand 0", "784 in operand 0") { _ = einsum("ii->i", a) },
        Mistake("j is 1 in operand 0", "3 in operand 1", "expanded") { _ = einsum("ij,jk", .ones(2, 1), .ones(3, 4)) },
        Mistake("an axis of ... is 64", "100 in operand 1") { _ = einsum("...i,...i", a[0..., ..<10], b) },
        Mistake("\"ij\" names 2 axes", "operand 0 is [3]", "try:") { _ = einsum("ij->i", x) },
        Mistake("\"i\" names 1 axis, but operand 0 is [64") { _ = einsum("i->i", a) },
        Mistake("\"…ij\" names 2 axes", "operand 0 is [3]") { _ = einsum("...ij->i", x) },
        Mistake("describes 2 operands, but there is 1") { _ = einsum("i,i->i", x) },
        Mistake("describes 1 operand, but there are 2") { _ = einsum("i->i", x, x) },
        Mistake("k of the result occurs in no operand") { _ = einsum("i->k", x) },
        Mistake("i occurs twice in the result") { _ = einsum("i->ii", x) },
        Mistake("2 arrows") { _ = einsum("i->i->i", x) },
        Mistake("\"1\" is not a letter") { _ = einsum("1->1", x) },
        Mistake("\"...\" occurs twice") { _ = einsum("...i...->i", x) },
        Mistake("dot [3] · [64, 784]", "matmul") { _ = x.dot(a) },
        Mistake("outer [3] × [64, 784]", "einsum") { _ = x.outer(a) },
        Mistake("diagonal of [64, 784] over axes 0 and 1", "64 ≠ 784") { _ = a.diagonal() },
        Mistake("diagonal of [64, 784]", "the same axis") { _ = a.diagonal(0, -2) },
    ]
}()

private let gradientMistakes: [Mistake] = {
    @Sendable func w() -> Tensor { Tensor([1, 2, 3]).requiringGrad() }
    return [
        Mistake("backward on [3]", "single number", "sum() or mean()") { (w() * 2).backward() },
        Mistake("backward on []", "requires a gradient", "requiringGrad()") { Tensor(3).backward() },
        Mistake("backward on []", "requires a gradient") { noGrad { w().sum() }.backward() },
        Mistake("backward through exp [3]", "freed", "retainGraph") { twice(w().exp()) { $0.sum().backward() } },
        Mistake("backward through sum []", "freed") { twice(w().sum()) { $0.backward() } },
        Mistake("backward on [3]", "cannot be [2]") { w().backward(gradient: .zeros(2)) },
        Mistake("[3] -= []", "parameter", "noGrad { parameter -= … }") { change(w()) { $0 -= 1 } },
        Mistake("[3] *= [3]", "parameter") { change(w()) { $0 *= $0 } },
        Mistake("assignment to a part of [3]", "noGrad") { change(w()) { $0[0] = Tensor(1) } },
        Mistake("[3].add([3], times: 2.0)", "noGrad") { change(w()) { $0.add($0, times: 2) } },
        Mistake("grad of [3]", "only a leaf") { (w() * 2).grad = nil },
        Mistake("grad of [3]", "cannot be [1]") { w().grad = .zeros(1) },
        Mistake("requiringGrad of [3]", "multiply", "detached()") { _ = (w() * 2).requiringGrad() },
        Mistake("grad of [3]", "only a leaf") { Tensor([1, 2, 3]).recorded("leaf", w()) { $0 }.grad = nil },
        Mistake("backward through odd", "2 gradients, its rule made 1") { odd([w(), w()]) { [$0] }.backward() },
        Mistake("backward through odd", "its rule made 3") { odd([w(), w()]) { [$0, $0, $0] }.backward() },
        Mistake("backward through odd", "[2]", "[3]") { Tensor(0).recorded("odd", w()) { _ in .zeros(2) }.backward() },
    ]
}()

private func change(_ x: Tensor, _ change: (inout Tensor) -> Void) {
    var x = x
    change(&x)
}

/// A number computed from operands, with a given gradient rule.
private func odd(_ operands: [Tensor], _ rule: @escaping (Tensor) -> [Tensor?]) -> Tensor {
    Tensor(0).recorded("odd", operands) { dy in rule(dy.expanded(to: operands[0].shape)) }
}

private func draw(_ body: (inout SplitMix64) -> Void) {
    var random = SplitMix64(seed: 1)
    body(&random)
}

private func twice(_ x: Tensor, _ body: (Tensor) -> Void) {
    for _ in 1...2 { body(x) }
}

/// One process at a time: a hundred at once would be slower, and leave no processor to the other tests.
@Suite(.serialized) struct `A mistake stops the program and says where, what and why` {
    @Test(arguments: mistakes.indices) func `about shapes`(_ number: Int) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in mistakes[number].make()
        }
        mistakes[number].expectExplained(by: result)
    }

    @Test(arguments: einsumMistakes.indices) func `about products`(_ number: Int) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in einsumMistakes[number].make()
        }
        einsumMistakes[number].expectExplained(by: result)
    }

    @Test(arguments: gradientMistakes.indices) func `about gradients`(_ number: Int) async {
        let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            [number = number as Int] in gradientMistakes[number].make()
        }
        gradientMistakes[number].expectExplained(by: result)
    }
}
