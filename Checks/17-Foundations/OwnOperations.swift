// What the checks of operations of the reader's own have in common.

import Practice
import Tensors

/// Expects a value to come from an `AutogradFunction`: its operation has the name of a type.
func expectOwnOperation(_ found: Found<Tensor>) throws {
    try expect(
        found.its("gradFn") { $0.gradFn ?? "nil" }, "the name of a struct of yours, which begins with a capital letter"
    ) { $0.first!.isUppercase }
}
