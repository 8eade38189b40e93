// # An end-to-end example: the roller coaster
//
// Section 4.8 · After this page you can fit a curve to measurements with the seven steps, and explain
// why the fit stalls where it does.

import Figures
import Notebook
import Tensors

// Someone rode a roller coaster and wrote down its speed by hand every second for 20 seconds. The
// readings are a bit off, as such readings are:

/// A roller coaster's speed at 0, 1, … 19 seconds: fast, slow over the top, fast again.
///
/// time [20], speed [20]; the measurements have a normal error with standard deviation `noise`.
public func rollerCoaster(noise: Float = 3, using random: inout some RandomNumberGenerator) -> (
    time: Tensor, speed: Tensor
) {
    let time = Tensor.arange(20)
    let error = Tensor.randn(20, using: &random) * noise
    return (time, error + 0.75 * (time - 9.5).squared() + 1)
}

extension DigitClassifier {
    // This page uses the same ride several times, and always starts learning from the same random
    // numbers:

    /// A ride, and three random numbers to start from: the same every time.
    private var ride: (time: Tensor, speed: Tensor, start: Tensor) {
        var random = run.random
        let (time, speed) = rollerCoaster(using: &random)
        return (time, speed, Tensor.randn(3, using: &random))
    }

    func rollerCoasterExample() {
        // The measurements look like this:
        let (time, speed, _) = ride
        show(
            Chart("Roller coaster", x: "time (s)", y: "speed") { Points(time, speed, "measured") },
            "Speed, measured by hand")
    }
}

// It looks like a quadratic. That guess turns "find a function" into "find three numbers". The function
// keeps what goes in (t) apart from what is learned (the parameters):

/// a·t² + b·t + c. The input comes first, then what is learned: t [n], parameters [3] → [n]
public func quadratic(_ t: Tensor, _ parameters: Tensor) -> Tensor {
    parameters[0] * t.squared() + parameters[1] * t + parameters[2]
}

// What would be a good fit? One with a small mean squared error:

/// Mean squared error of predictions [n] against targets [n].
public func mse(_ predictions: Tensor, _ targets: Tensor) -> Tensor { (predictions - targets).squared().mean() }

extension DigitClassifier {
    func oneStep() {
        // **Step 1, initialise.** Three random numbers, to be tracked:
        let (time, speed, start) = ride
        var parameters = start.requiringGrad()
        show(parameters, "random parameters")

        // **Step 2, predict.** The first curve is nowhere near:
        let first = quadratic(time, parameters)
        show(fit(time, speed, first, "Before learning"), "Measured and predicted")

        // **Step 3, loss.** One number for how bad that is:
        let loss = mse(first, speed)
        show(loss)

        // **Step 4, gradient.** How the loss would change with a, b and c:
        loss.backward()
        let gradient = parameters.grad!
        show(gradient, "gradient")
        show(gradient * 1e-5, "gradient times the learning rate 0.00001")

        // **Step 5, step.** Nothing is recorded here: changing a parameter is not part of the function
        // that is being fitted. The gradient is cleared for the next round.
        noGrad { parameters -= gradient * 1e-5 }
        parameters.grad = nil
        let lossAfter = mse(quadratic(time, parameters), speed)
        show(
            lossAfter.item, "loss after one step",
            predict: .change("What does one small step do to the loss?", from: loss.item, to: lossAfter.item))
    }
}

// **Step 6, repeat.** Steps 2 to 5 become a function:

/// One round of steps 2 to 5: predict, loss, gradient, step.
///
/// Returns the loss, and the predictions *before* the step.
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
        // The first step is the one that we took by hand. Take ten more:
        let (time, speed, start) = ride
        var parameters = start.requiringGrad()
        applyStep(&parameters, time, speed)
        let losses = (0..<10).map { _ in applyStep(&parameters, time, speed).loss }
        show(Tensor(losses), "losses of ten steps")

        // To see the curve move, start over from the same random parameters, and look before
        // each of four steps:
        parameters = start.requiringGrad()
        let charts = (1...4).map { step in
            let before = applyStep(&parameters, time, speed).predictions
            return fit(time, speed, before, "Step \(step)")
        }
        show(ChartGrid(charts), "The curve changes shape")

        // **Step 7, stop.** After ten steps the loss hardly moves. Is this the best quadratic?
        //
        // Far from it: the readings were made with a = 0.75, b = -14.25, c = 68.69 and an error of
        // 3, so a loss of about 9 is possible. What happened? The inputs are t², t and 1. At t = 19
        // they are 361, 19 and 1, so the loss is a valley that is terribly steep along a and almost
        // flat along c. Its curvatures differ by a factor of 200,000. A rate that is just safe for
        // a (anything above 0.0000354 diverges) is next to nothing for b and c.
        //
        // The cure is not patience but scaling. Let time run from -1 to 1 instead of 0 to 19, and the
        // three inputs matter about equally. Now a rate of 0.5 is safe, and the curve fits in no time:
        let scaled = (time - 9.5) / 9.5
        parameters = Tensor.zeros(3).requiringGrad()
        let scaledLosses = (0..<60).map { _ in applyStep(&parameters, scaled, speed, learningRate: 0.5).loss }
        show(
            Chart("The same steps on two scales", x: "step", y: "loss", yScale: .logarithmic) {
                Line(scaledLosses, "time from -1 to 1, lr 0.5")
                Rule(y: losses.last!, "time from 0 to 19, after ten steps at lr 0.00001")
            }, "Scaling the input removes the stall")
        show(scaledLosses.last!, "loss after 60 steps on scaled time")
        show(fit(time, speed, quadratic(scaled, parameters).detached(), "After scaling"), "The curve now fits")
    }

    // MARK: Helpers

    /// The measured speeds, and those that the quadratic predicts.
    private func fit(_ time: Tensor, _ speed: Tensor, _ predictions: Tensor, _ title: String) -> Chart {
        Chart(title, x: "time (s)", y: "speed", yLimits: -300...100) {
            Points(time, speed, "measured")
            Points(time, predictions, "predicted", colour: .red)
        }
    }
}
