// # Modules: things with parameters
//
// A module is a class whose stored properties are its parameters and its parts:
//
//     final class SimpleNet: Module, Layer {
//         let first, second: Linear
//         init(using random: inout some RandomNumberGenerator) {
//             first = Linear(784, 30, using: &random)
//             second = Linear(30, 1, using: &random)
//         }
//         func forward(_ x: Tensor) -> Tensor { second(first(x).relu()) }
//     }
//
// Nothing is registered: the parameters are found by looking at the properties.

import Tensors

/// The base of all layers and models: finds its parameters, knows whether it is training.
///
/// Parameters and parts are found in the stored properties, those of a superclass first, and inside optionals,
/// arrays, dictionaries, tuples, structs and enums. They are not found in closures, in objects that are not
/// modules, or in a `lazy` property that has not been used yet.
///
/// No two have the same name: of properties that are called alike (a `private` one of a superclass, and one of the
/// class itself) the second gets a number, `layer_2`, and a dot in the key of a dictionary becomes `_`.
open class Module {
    /// True while the model learns; dropout and batch norm behave differently then.
    public internal(set) final var isTraining = true
    /// The functions called on every call of this module; see ``Hook``.
    final var hooks: [Hook] = []

    public init() {}

    /// Switches this module and all its parts to training.
    public final func train() { setTraining(true) }
    /// Switches this module and all its parts to evaluation.
    public final func eval() { setTraining(false) }

    private func setTraining(_ on: Bool) { namedModules.forEach { $0.module.isTraining = on } }

    /// The modules directly inside this one, with the name of the property: `first`, `layers.0`.
    public final var children: [(name: String, module: Module)] {
        contents.compactMap { name, thing in (thing as? Module).map { (name, $0) } }
    }

    /// All parameters of this module and its parts, in the order of the properties, with
    /// dotted names: `first.weight`, `layers.0.bias`. A shared one is listed once, under its first name.
    public final var namedParameters: [(name: String, parameter: Parameter)] {
        all(Parameter.self).map { ($0.name, $0.thing) }
    }

    /// All parameters of this module and its parts, each once.
    public final var parameters: [Parameter] { namedParameters.map(\.parameter) }

    /// All buffers of this module and its parts, named like the parameters.
    public final var namedBuffers: [(name: String, buffer: Buffer)] {
        all(Buffer.self).map { ($0.name, $0.thing) }
    }

    /// The parameters directly in this module, not those of its parts.
    final var ownParameters: [Parameter] { contents.compactMap { $0.thing as? Parameter } }

    /// This module and all parts of it and of its parts, each once, with dotted names; its own name is empty.
    public final var namedModules: [(name: String, module: Module)] {
        var seen: Set<ObjectIdentifier> = []
        return allModules(prefix: "", &seen)
    }

    /// Not again those that were seen: a part may be shared, or hold the module that it is a part of.
    private func allModules(prefix: String, _ seen: inout Set<ObjectIdentifier>) -> [(name: String, module: Module)] {
        guard seen.insert(ObjectIdentifier(self)).inserted else { return [] }
        return children.reduce(into: [(prefix, self)]) { found, child in
            found += child.module.allModules(prefix: prefix.isEmpty ? child.name : "\(prefix).\(child.name)", &seen)
        }
    }

    /// The generators of this module and its parts, named like the parameters.
    public final var namedRandomStreams: [(name: String, stream: RandomStream)] {
        all(RandomStream.self).map { ($0.name, $0.thing) }
    }

    /// How many numbers the parameters hold.
    public final var parameterCount: Int { parameters.reduce(0) { $0 + $1.count } }

    /// Clears all gradients.
    public final func zeroGrad() { parameters.forEach { $0.grad = nil } }

    /// Freezes all parameters: they take part in the forward pass, but are not learned. Their gradients are cleared.
    public final func freeze() { parameters.forEach { $0.requiresGrad = false } }
    /// Lets all parameters be learned again.
    public final func unfreeze() { parameters.forEach { $0.requiresGrad = true } }

    /// Everything of one kind in this module and its parts, each thing once.
    private func all<Thing: AnyObject>(_: Thing.Type) -> [(name: String, thing: Thing)] {
        var seen = [ObjectIdentifier(self)] as Set
        return everything(prefix: "", &seen).compactMap { name, thing in (thing as? Thing).map { (name, $0) } }
    }

    private func everything(
        prefix: String, _ seen: inout Set<ObjectIdentifier>
    ) -> [(name: String, thing: AnyObject)] {
        contents.reduce(into: []) { found, content in
            guard seen.insert(ObjectIdentifier(content.thing)).inserted else { return }
            if let part = content.thing as? Module {
                found += part.everything(prefix: prefix + content.name + ".", &seen)
            } else {
                found.append((prefix + content.name, content.thing))
            }
        }
    }

    /// Parameters, buffers and modules among the stored properties, those of a superclass first.
    private var contents: [(name: String, thing: AnyObject)] {
        var mirrors: [Mirror] = []
        var mirror: Mirror? = Mirror(reflecting: self)
        while let current = mirror, current.subjectType != Module.self {
            mirrors.insert(current, at: 0)
            mirror = current.superclassMirror
        }
        var names = DistinctNames()
        return mirrors.flatMap(\.children).flatMap { label, value -> [(name: String, thing: AnyObject)] in
            let label = label ?? "", found = Module.things(in: value, name: label)
            if found.isEmpty { return [] }
            let name = names.next(label)
            return name == label ? found : Module.things(in: value, name: name)
        }
    }

    /// The parameters, buffers and modules that a property's value is or contains. Things without names,
    /// like the elements of an array, are numbered; the entries of a dictionary come in the order of their keys.
    private static func things(in value: Any, name: String) -> [(name: String, thing: AnyObject)] {
        if let thing = value as? Parameter { return [(name, thing)] }
        if let thing = value as? Buffer { return [(name, thing)] }
        if let thing = value as? RandomStream { return [(name, thing)] }
        if let thing = value as? Module { return [(name, thing)] }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            return mirror.children.flatMap { things(in: $0.value, name: name) }
        case .dictionary:
            let entries = mirror.children.map { Array(Mirror(reflecting: $0.value).children) }
            var keys = DistinctNames()
            return entries.map { ("\($0[0].value)", $0[1].value) }.sorted { $0.0 < $1.0 }.flatMap { key, value in
                things(in: value, name: "\(name).\(keys.next(key.replacing(".", with: "_")))")
            }
        case .collection, .tuple, .struct, .enum:
            return mirror.children.enumerated().flatMap { number, child in
                let label = child.label?.drop { $0 == "." } ?? "\(number)"  // a tuple's are ".0", ".1"
                return things(in: child.value, name: "\(name).\(label)")
            }
        default: return []
        }
    }
}

/// Names of which no two are the same.
private struct DistinctNames {
    private var taken: Set<String> = []

    /// The name itself, or with the first free number from 2 on.
    mutating func next(_ name: String) -> String {
        var (result, number) = (name, 2)
        while !taken.insert(result).inserted { (result, number) = ("\(name)_\(number)", number + 1) }
        return result
    }
}

/// A module that is called like a function: `let y = layer(x)`.
///
/// Write `forward`; call the layer. Both types are `Tensor` unless the class says otherwise.
public protocol Layer<Input, Output>: Module {
    associatedtype Input = Tensor
    associatedtype Output = Tensor
    func forward(_ input: Input) -> Output
}
