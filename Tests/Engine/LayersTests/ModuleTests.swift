// A module finds its parameters and parts by looking at its own properties.

import Layers
import Tensors
import Testing

struct `Finding parameters` {
    @Test func `a linear layer on 784 pixels learns 785 numbers`() {
        #expect(linear(784, 1).parameterCount == 785)
    }

    @Test func `784-30-1 learns 23581 numbers in 4 tensors`() {
        let net = Sequential(linear(784, 30), ReLU(), linear(30, 1))
        #expect(net.parameterCount == 23_581)
        #expect(net.parameters.map(\.shape) == [[30, 784], [30], [1, 30], [1]])
    }

    @Test func `parameters come in the order of the properties, with dotted names`() {
        let names = Nested().namedParameters.map(\.name)
        #expect(
            names == ["scale", "body.layers.0.weight", "body.layers.0.bias", "body.layers.2.weight", "head.weight"])
    }

    @Test func `they are found inside optionals, arrays, dictionaries, tuples, structs and enums`() {
        #expect(
            Containers().namedParameters.map(\.name) == [
                "some", "list.0", "list.1", "byName.a", "byName.b", "pair.0", "pair.1", "named.left", "named.right",
                "structure.inner", "choice.only", "deep.0.0.x",
            ])
    }

    @Test func `a module that holds the one that it is in is found once`() {
        let (outer, inner) = (Linked(), Linked())
        (outer.next, inner.next) = (inner, outer)
        #expect(outer.namedParameters.map(\.name) == ["weight", "next.weight"])
        #expect(outer.namedModules.map(\.name) == ["", "next"])
        outer.eval()
        #expect(!outer.isTraining && !inner.isTraining)
        outer.next = nil  // or neither would ever be freed
    }

    @Test func `a superclass's parameters come first`() {
        #expect(Derived().namedParameters.map(\.name) == ["base", "added"])
    }

    @Test func `no two have the same name`() throws {
        let names = Doubled().namedParameters.map(\.name)
        #expect(names == ["layer.weight", "layer_2.weight", "byName.a_b", "byName.a_b_2", "byName.c.weight"])
        #expect(Set(Doubled().stateDictionary.keys) == Set(names))
        #expect(Doubled().namedModules.map(\.name) == ["", "layer", "layer_2", "byName.c"])
        let model = Doubled()
        try model.load(model.stateDictionary)
    }

    @Test func `a shared parameter is listed once, under its first name`() {
        let tied = Tied()
        #expect(tied.namedParameters.map(\.name) == ["first.weight", "first.bias", "extra"])
        #expect(tied.parameterCount == 7)
    }

    @Test func `a module without parameters has none`() {
        #expect(ReLU().parameters.isEmpty)
        #expect(Sequential().parameterCount == 0)
    }

    @Test func `a part that is replaced takes its parameters with it`() {
        let model = Exchangeable()
        model.head = linear(3, 5)
        #expect(model.parameterCount == 20)
        model.head = nil
        #expect(model.parameters.isEmpty)
    }

    @Test func `children are the modules directly inside`() {
        let children = Nested().children
        #expect(children.map(\.name) == ["body", "head"])
        #expect(children[0].module.children.map(\.name) == ["layers.0", "layers.1", "layers.2"])
    }
}

struct `Training and evaluation` {
    @Test func `a new module is training`() {
        #expect(ReLU().isTraining)
    }

    @Test func `eval and train reach all parts`() {
        let net = Nested()
        net.eval()
        #expect(everyModule(in: net).map(\.isTraining) == Array(repeating: false, count: 6))
        net.train()
        #expect(everyModule(in: net).map(\.isTraining) == Array(repeating: true, count: 6))
    }

    @Test func `one part can be switched alone`() {
        let net = Nested()
        net.body.eval()
        #expect(net.isTraining && !net.body[0].isTraining)
    }

    private func everyModule(in module: Module) -> [Module] {
        [module] + module.children.flatMap { everyModule(in: $0.module) }
    }
}

// MARK: Modules of all kinds

func linear(_ inputs: Int, _ outputs: Int, bias: Bool = true) -> Linear {
    var random = SplitMix64(seed: 42)
    return Linear(inputs, outputs, bias: bias, using: &random)
}

private func number() -> Parameter { Parameter(Tensor(1)) }

private final class Nested: Module {
    let scale = number()
    let body = Sequential(linear(2, 3), ReLU(), linear(3, 1, bias: false))
    let note = "no parameter"
    let head = linear(1, 1, bias: false)
}

private struct Structure { let inner = number() }
private enum Choice { case only(Parameter) }

private final class Containers: Module {
    let none: Parameter? = nil
    let some: Parameter? = number()
    let list = [number(), number()]
    let byName = ["b": number(), "a": number()]
    let pair = (number(), number())
    let named = (left: number(), right: number())
    let structure = Structure()
    let choice = Choice.only(number())
    let deep: [[[String: Parameter]?]] = [[["x": number()]]]
    let function = { number() }
}

private final class Linked: Module {
    let weight = number()
    var next: Linked?
}

private class Base: Module {
    let base = number()
}

private final class Derived: Base {
    let added = number()
}

private class Hidden: Module {
    private let layer = linear(1, 1, bias: false)
}

private final class Doubled: Hidden {
    private let layer = linear(2, 2, bias: false)
    let byName: [String: AnyObject] = ["a.b": number(), "a_b": number(), "c": linear(1, 2, bias: false)]
}

private final class Tied: Module {
    let first = linear(2, 2)
    let again: Parameter
    let second: Linear
    let extra = number()

    override init() {
        (again, second) = (first.weight, first)
    }
}

private final class Exchangeable: Module {
    var head: Linear? = linear(3, 4)
}
