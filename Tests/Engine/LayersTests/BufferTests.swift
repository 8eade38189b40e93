// A buffer is kept and saved with a module, but not learned.

import Layers
import Tensors
import Testing

struct `Buffers` {
    private let net = Counting()

    @Test func `are found like parameters, in the order of the properties`() {
        #expect(net.namedBuffers.map(\.name) == ["total", "parts.0.total", "parts.1.total", "last"])
        #expect(net.namedParameters.map(\.name) == ["weight"])
    }

    @Test func `are listed once when they are shared`() {
        #expect(net.parts[0].namedBuffers.map(\.name) == ["total"])
        #expect(net.namedBuffers[0].buffer !== net.namedBuffers[1].buffer)
        #expect(Sharing().namedBuffers.map(\.name) == ["first"])
    }

    @Test func `hold a value without a history`() {
        let w = Tensor([1, 2]).requiringGrad()
        let buffer = Buffer(w * 2)
        #expect(!buffer.value.requiresGrad && buffer.shape == [2] && buffer.count == 2)
        buffer.assign(w * 3)
        #expect(!buffer.value.requiresGrad && buffer.value.scalars == [3, 6])
    }
}

private class Part: Module {
    let total = Buffer(.zeros(2))
}

private final class Counting: Part {
    let weight = Parameter(.zeros(3))
    let parts = [Part(), Part()]
    let last: Buffer? = Buffer(Tensor(1))
}

private final class Sharing: Module {
    let first = Buffer(.zeros(1))
    let again: Buffer

    override init() { again = first }
}
