// Nudge: The page has a scope for one hook. What has to happen to all of them when the scope is left?
// Idea: `onForward` returns a hook; make an array of them with `enumerated().map`. Arrays of hooks have a scope, too.
// Almost: Each hook is a `layer.onForward { _, output in … }` that knows the number which `enumerated()` has given with
//   its layer; what it notes must be detached. The scope of an array of hooks is `during`, as that of a single one, and
//   passes errors on.

import Layers
import Tensors

public func withHooks(
    at layers: [any Layer<Tensor, Tensor>], _ note: @escaping (_ number: Int, _ output: Tensor) -> Void,
    during body: () throws -> Void
) throws {
    let hooks = layers.enumerated().map { number, layer in
        layer.onForward { _, output in note(number, output.detached()) }
    }
    try hooks.during(body)
}
