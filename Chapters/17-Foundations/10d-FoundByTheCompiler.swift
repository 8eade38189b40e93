// # Mistakes that wait, and mistakes that cannot
//
// Section 17.10 · After this page you can say what a base class whose methods are "not implemented" is good for, and
// when Swift does not need one.

import Notebook
import Tensors

// Why has the book's `LayerFunction` methods that do nothing but fail? Python looks up a method or an attribute when
// the line that uses it runs, and not before. A method that fails with "not implemented" at least says what somebody
// forgot. To see this happen, here is a base class in that manner, `DynamicLayer`. Its attributes are entries of a
// dictionary, and what goes wrong is an error:

/// What Python finds out while the program runs.
public struct FoundLate: Error, CustomStringConvertible {
    public let description: String
}

/// A base class in Python's manner: nothing is checked before it is used.
open class DynamicLayer {
    public var attributes: [String: Tensor] = [:]

    public init(_ attributes: [String: Tensor] = [:]) { self.attributes = attributes }

    /// The attribute of this name, if there is one by now.
    public final func attribute(_ name: String) throws -> Tensor {
        guard let value = attributes[name] else { throw FoundLate(description: "no attribute '\(name)'") }
        return value
    }

    open func forward(_ x: Tensor) throws -> Tensor { throw FoundLate(description: "forward is not implemented") }
    open func backward(_ dy: Tensor, _ x: Tensor) throws -> Tensor {
        throw FoundLate(description: "backward is not implemented")
    }
}

// And here are two classes with a mistake each. `ForgetfulSquare` has no backward. `LinearOfTheBook` has the book's own
// slip: its `Lin` has become a subclass of `LayerFunction`, which keeps its arguments in `self.args`; but `bwd` still
// reads `self.inp`, as the class before did, and nobody sets that any more. (Right is `inp`, the argument.)

/// x², and no word about its gradient.
public final class ForgetfulSquare: DynamicLayer {
    public override func forward(_ x: Tensor) throws -> Tensor { x * x }
}

/// x · w, with the slip of the book's second `Lin`.
public final class LinearOfTheBook: DynamicLayer {
    public override func forward(_ x: Tensor) throws -> Tensor { x.matmul(try attribute("w")) }

    public override func backward(_ dy: Tensor, _ x: Tensor) throws -> Tensor {
        attributes["w.g"] = try attribute("inp").T.matmul(dy)
        return dy.matmul(try attribute("w").T)
    }
}

extension Foundations {
    func foundByTheCompiler() throws {
        // Both classes are defined, objects of both are made, and both go forward:
        let x = Tensor([[1, 2]])
        let layers = [ForgetfulSquare(), LinearOfTheBook(["w": Tensor([[3], [4]])])]
        for layer in layers { show(try layer.forward(x), "forward through \(type(of: layer))") }

        // Then they are sent back:
        let words = layers.map { layer in
            do {
                return "\(try layer.backward(Tensor([[1]]), x))"
            } catch {
                return "\(error)"
            }
        }
        show(
            words, "what the two say when they are sent back",
            predict: .choice(
                "When does Python notice that self.inp is not there?",
                ["when the class is defined", "when an object is made", "in the forward pass", "in the backward pass"],
                answer: "in the backward pass"))

        // A net of fifty layers may train for an hour before it gets to the line with the slip. In Swift neither
        // program compiles. `struct Square: LayerRule` without `backward` gets
        //
        //     error: type 'Square' does not conform to protocol 'LayerRule'
        //     note: protocol requires function 'backward' with type '(Variable, Variable) -> ()'
        //
        // and a backward that reads what is not there gets
        //
        //     error: value of type 'Linear' has no member 'inp'
        //
        // So where Python has a base class with methods that fail, Swift has a protocol with methods that are required.
        // A base class is still the right thing for what is *shared*, the noting of a call; that is
        // `LayerFunction<Rule>`, which is complete, and nothing in it waits to be overridden.
    }
}
