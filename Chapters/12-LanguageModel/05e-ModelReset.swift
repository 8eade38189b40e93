// # Forgetting at the right moment
//
// Section 12.5 · After this page you can say when a model with a memory has to forget, and have a callback see to it.

import Layers
import Notebook
import Tensors
import Training

// …

/// Empties a model's memory before each training part, before each validation part, and when all is done. (The book's
/// `ModelResetter`.)
public final class ModelReset: Callback {
    public init() {}

    public func before<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .train || phase == .validate { (learner.model as? any LanguageModelNet)?.reset() }
    }

    public func cleanUp<Input, Target>(_ phase: Phase, _ learner: Learner<Input, Target>) {
        if phase == .fit { (learner.model as? any LanguageModelNet)?.reset() }
    }
}
