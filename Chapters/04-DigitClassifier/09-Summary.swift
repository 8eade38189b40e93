// # Gradient descent in one picture
//
// Section 4.9 · After this page you can sum up the chapter so far on a napkin.

import Figures
import Notebook

extension DigitClassifier {
    func summaryOfGradientDescent() {
        // Weights start out random, or come from a model that was trained before (transfer learning,
        // chapter 1). Predict; compare with the labels by a loss; compute the slope; step against it;
        // repeat:
        show(
            FlowChart(["init", "predict", "loss", "gradient", "step", "stop"], repeating: "step", to: "predict"),
            "Gradient descent")

        // Lost in the mountains in fog, with the car parked at the lowest point, you would do the
        // same: feel with your foot which way is steepest downhill, take a step, feel again. The
        // steeper the ground, the longer the step. That is the gradient times the learning rate.
        //
        // Enough parabolas. What is the loss of a digit classifier?
    }
}
