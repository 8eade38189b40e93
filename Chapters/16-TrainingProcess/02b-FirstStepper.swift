// # The first stepper
//
// Section 16.2 · After this page you can write a stepper, one that takes a step and one that remembers something.

import Layers
import Notebook
import Tensors
import Training

// The first stepper does what chapter 4 did. `add(_:times:)` multiplies the gradient by a number and adds the product,
// in one pass over memory, in place. (The book's `add_` with two arguments, of which the first is the number.) The
// second one says the same with an operator. Both return nothing to be stored:

/// p ← p + (−learningRate) · g. (The book's `sgd_cb`.)
public let descend = Stepper("descend", reads: ["learningRate"]) { p, now in
    p.update { value, grad in value.add(grad, times: -now.learningRate) }
    return [:]
}

// `descendByPlus` is question 16.6:

/// The same with `+=`.
public let descendByPlus = Stepper("descendByPlus", reads: ["learningRate"]) { p, now in
    p.update { value, grad in value += -now.learningRate * grad }
    return [:]
}

extension TrainingProcess {
    func firstStepper() {
        // Two weights, 1 and 2, with the gradients 10 and −10. How does a step change them?
        func afterOneStep(_ steppers: [Stepper]) -> Tensor {
            let p = Parameter(Tensor([1, 2]))
            p.grad = Tensor([10, -10])
            GenericOptimizer([p], learningRate: 0.1, steppers: steppers).step()
            return p.value.detached()
        }
        show(afterOneStep([]), "without any stepper", ask: "The list of steppers is empty. What do 1 and 2 become?")
        show(
            afterOneStep([descend]), "with `descend`, at a rate of 0.1",
            ask: "The gradients are 10 and −10, the rate is 0.1. What do 1 and 2 become?")
        show(afterOneStep([descendByPlus]), "with `descendByPlus`")

        // A list may hold anything, even the same stepper twice:
        show(afterOneStep([descend, descend]), "with `descend` twice")
    }

    func stateIsMerged() {
        // This stepper moves nothing. It counts, and stores the count under a name of its own:
        let count = Stepper("count", reads: []) { _, now in ["steps": (now.stored["steps"] ?? Tensor(0)) + 1] }

        // Another one, later in the list, uses what the first has stored. It sees the new value at once:
        let note = Stepper("note", reads: []) { _, now in ["seen": now["steps"] * 10] }
        let (used, unused) = (Parameter(Tensor(0)), Parameter(Tensor(0)))
        let optimizer = GenericOptimizer([used, unused], learningRate: 1, steppers: [count, note])
        for step in 0..<3 {
            used.grad = Tensor(1)
            unused.grad = step == 0 ? Tensor(1) : nil
            optimizer.step()
        }
        show(
            optimizer.stored[0].mapValues(\.item), "stored for the first parameter after three steps",
            predict: .numbers("Three steps: what is stored as steps, and what as seen?", [3, 30]))

        // Each parameter has a store of its own. The second had a gradient in the first step only. In the others it was
        // passed over: a parameter without a gradient is frozen, or took no part in the loss.
        show(
            optimizer.stored[1].mapValues(\.item), "stored for the second one",
            predict: .count("The second had a gradient once. How many steps are stored for it?", 1))
    }
}

// What if a list makes no sense? A stepper that needs a setting which nobody gave, or a setting that is misspelled and
// therefore read by nobody, would ruin a training without a word, or stop it after an hour. So the optimizer compares
// both when it is made:

/// Stops the program if a stepper lacks a setting, or if there is a setting that none of them reads.
func requireSettings(_ settings: [String: Float], ofGroups groups: [[String: Float]], thatAreReadBy steppers: [Stepper])
{
    let list = "an optimizer of " + steppers.map(\.name).joined(separator: ", ")
    for stepper in steppers {
        for name in stepper.reads where settings[name] == nil {
            stop(list, "\(stepper.name) reads \(name), which nobody sets", try: "settings: [\"\(name)\": …]")
        }
    }
    let read = Set(steppers.flatMap(\.reads)).union(["learningRate"])
    let given = groups.reduce(Set(settings.keys)) { $0.union($1.keys) }
    for name in given.subtracting(read).sorted() {
        stop(list, "no stepper reads \(name)", try: "one of \(read.sorted().joined(separator: ", "))")
    }
}

extension TrainingProcess {
    func whatIsLeftOut() {
        // Take the two steppers of section 16.3, and mistype the name of their setting. Python would have said nothing
        // to `momentun=0.9`. Here the program ends with
        //
        //     an optimizer of averageGradient, momentumStep: averageGradient reads momentum, which nobody sets
        //
        // A wrong *order* cannot be seen in advance, but in the first step. A stepper that asks for `now["average"]`
        // before anyone has stored it ends with
        //
        //     a stepper that needs "average": stored so far: none
        //
        // What an optimizer has stored belongs in a checkpoint, too, or training could not be continued. That is done
        // in `GenericOptimizer+State.swift`: a dictionary of tensors for each parameter is just what a file wants. It
        // can be loaded into an optimizer with the same list only:
        show(GenericOptimizer([], learningRate: 0.1, steppers: [descend]).kind, "what the checkpoint compares")
    }
}
