// # An end-to-end example: the roller coaster
//
// Section 4.8 · After this page you can fit a curve to measurements with the seven steps.

import Common
import Figures
import Notebook
import Tensors

// Someone rode a roller coaster and wrote down its speed by hand every second for 20 seconds. It is fast, slow over the
// top, and fast again, and the readings are a bit off, as such readings are:

/// A roller coaster's speed at 0, 1, … 19 seconds: 0.75 (t - 9.5)² + 1, and a normal error with standard deviation
/// `noise`. time [20], speed [20]
public func rollerCoaster(noise: Float = 3, using random: inout some RandomNumberGenerator) -> (
    time: Tensor, speed: Tensor
) {
    let time = Tensor.arange(20)
    let error = Tensor.randn(20, using: &random) * noise
    return (time, error + 0.75 * (time - 9.5).squared() + 1)
}

extension DigitClassifier {
    // This section uses one ride again and again. A generator that starts anew gives the same random numbers:

    /// A ride, the same every time.
    func ride(noise: Float = 3) -> (time: Tensor, speed: Tensor) {
        var random = run.random
        return rollerCoaster(noise: noise, using: &random)
    }

    func rollerCoasterExample() {
        // The measurements look like this (the book gives no unit of speed, so neither do we):
        let (time, speed) = ride()
        show(
            Chart("Fast, slow, fast again", x: "time (s)", y: "speed (arbitrary units)") {
                Points(time, speed, "measured")
            }, "Speed, measured by hand")
    }
}

// It looks like a quadratic. That guess turns "find a function" into "find three numbers". The function keeps what goes
// in (t) apart from what is learned (the parameters):

/// a·t² + b·t + c. The input comes first, then what is learned: t [n], parameters [3] → [n]. (The book's `f`.)
public func quadratic(_ t: Tensor, _ parameters: Tensor) -> Tensor {
    parameters[0] * t.squared() + parameters[1] * t + parameters[2]
}

// What would be a good fit? One with a small mean squared error:

/// Mean squared error of predictions [n] against targets [n].
public func mse(_ predictions: Tensor, _ targets: Tensor) -> Tensor { (predictions - targets).squared().mean() }

// And people want to see it, always at the same scale:

/// The measured speeds, and those that are predicted. (The book's `show_preds`.)
func fitChart(_ time: Tensor, _ speed: Tensor, _ predictions: Tensor, _ title: String) -> Chart {
    Chart(title, x: "time (s)", y: "speed (arbitrary units)", yLimits: -300...100) {
        Points(time, speed, "measured")
        Points(time, predictions.detached(), "predicted", colour: .red)
    }
}

extension DigitClassifier {
    // **Step 1, initialize.** Three random numbers. To be able to compare, take those that the book happened to draw:

    /// The parameters that the book starts from, tracked.
    var coasterStart: Tensor { Tensor([-0.7658, -0.7506, 1.3525]).requiringGrad() }

    func oneStep() {
        // **Step 2, predict.** The first curve is nowhere near. It even has the train going backwards:
        let (time, speed) = ride()
        var parameters = coasterStart
        let first = quadratic(time, parameters)
        show(fitChart(time, speed, first, "Three random numbers make a poor curve"), "Before learning")

        // **Step 3, loss.** One number for how bad that is:
        let loss = mse(first, speed)
        show(loss, "loss")
        record("coaster/first-loss", loss.item, book: 25823.8086, differs: "our ride has other errors")

        // **Step 4, gradient.** How the loss would change with a, b and c:
        loss.backward()
        let gradient = parameters.grad!
        show(gradient, "gradient (the book's: -53195.8594, -3419.7146, -253.8908)")
        show(gradient * 1e-5, "times the learning rate 0.00001 (the book's: -0.5320, -0.0342, -0.0025)")

        // **Step 5, step.** Nothing is recorded inside `noGrad`: changing a parameter is not part of the function
        // that is being fitted. The gradient is cleared for the next round.
        noGrad { parameters -= gradient * 1e-5 }
        parameters.grad = nil
        let after = mse(quadratic(time, parameters), speed).item
        show(
            significant(after, 6), "loss after one step",
            predict: .change("What does one small step do to the loss?", from: loss.item, to: after))
        record("coaster/loss-after-one-step", after, book: 5435.5366, differs: "our ride has other errors")
    }
}

// `backward` knows what to do because the whole chain was recorded: from the parameters through `quadratic` to the
// predictions, and through `mse` to the loss.
//
// **Step 6, repeat.** Steps 2 to 5 become a function. It changes the caller's parameters: Swift wants an `inout` here,
// and a `&` in the call.

/// One round of steps 2 to 5: predict, loss, gradient, step. (The book's `apply_step`.)
///
/// Returns the loss, and the predictions *before* the step. (The book's prints the loss.)
@discardableResult
public func applyStep(
    _ parameters: inout Tensor, _ time: Tensor, _ speed: Tensor, learningRate: Float = 1e-5
) -> (loss: Float, predictions: Tensor) {
    let predictions = quadratic(time, parameters)
    let loss = mse(predictions, speed)
    loss.backward()
    noGrad { parameters -= parameters.grad! * learningRate }
    parameters.grad = nil
    return (loss.item, predictions.detached())
}

extension DigitClassifier {
    func repeatTheStep() {
        // Watch the curve learn, from the same start. (The book draws these pictures after ten steps, without a fresh
        // start. By then the curve has stopped moving, and all would look alike.)
        let (time, speed) = ride()
        var parameters = coasterStart
        applyStep(&parameters, time, speed)
        let charts = ["After 1 step", "After 2 steps", "After 3 steps", "After 4 steps"].map {
            fitChart(time, speed, applyStep(&parameters, time, speed).predictions, $0)
        }
        show(ChartGrid(charts, columns: 2), "The curve changes shape")

        // Now ten steps on three rides: ours; one without errors, the same for everybody; and the book's, whose errors
        // are not known:
        let exact = ride(noise: 0).speed
        var (ours, clean) = (coasterStart, coasterStart)
        let losses = BookNumbers.coaster.map { _ in
            [applyStep(&ours, time, speed).loss, applyStep(&clean, time, exact).loss]
        }
        var table = TextTable(["steps", "our ride", "without errors", "the book's ride"], decimals: 2)
        for step in 0...10 { table.add(step, losses[step][0], losses[step][1], BookNumbers.coaster[step]) }
        show(table, "Loss before the first step, and after each of ten")
        record("coaster/loss-after-ten-steps", losses[10][0], book: 676.9537, differs: "our ride has other errors")

        show(clean, "a, b and c after eleven steps without errors; the best are 0.75, -14.25 and 68.69")

        // **Step 7, stop.** Ten is arbitrary. In real training, losses and metrics say when to stop, and this loss has
        // stopped falling. Is the curve as good as it gets? The next page finds out.
    }
}
