package org.konsil.feel;

import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import scala.collection.immutable.List;
import scala.math.BigDecimal;

/** What the woven classes of FEEL call; of no use to anybody else. */
public final class Woven {

    private Woven() {}

    /** Instead of the interpreter, by whoever evaluates an expression: what passes a bound becomes an error that the caller understands. */
    public static Val evaluate(FeelInterpreter interpreter, Exp expression, EvalContext context) {
        try (var turn = Turn.begin()) {
            turn.count();
            turn.step();
            var value = interpreter.eval(expression, context);
            Sizes.requireBounded(value);
            return value;
        } catch (Spent spent) {
            return new ValError(spent.getMessage());
        } catch (StackOverflowError e) {
            return new ValError(Spent.depth().getMessage());
        }
    }

    /** Instead of the interpreter's calls of itself, for each part of an expression. */
    public static Val part(FeelInterpreter interpreter, Exp expression, EvalContext context) {
        var turn = Turn.running();
        turn.step();
        var value = interpreter.eval(expression, context);
        Sizes.requireSmall(value, turn);
        return value;
    }

    /** At the begin of whatever the interpreter does for each item of something. */
    public static void step() {
        Turn.running().step();
    }

    /** Before a range becomes a list. */
    public static void range(BigDecimal from, BigDecimal to) {
        if (from.bigDecimal().subtract(to.bigDecimal()).abs().compareTo(Sizes.MOST_ITEMS) > 0) {
            throw Turn.running().end(Spent.items());
        }
    }

    /** Before one of FEEL's own functions works on its arguments. */
    public static void arguments(Object arguments, String function) {
        if (arguments instanceof List<?> values) {
            var turn = Turn.running();
            turn.step();
            Arguments.requireSmall(values, function, turn);
        }
    }
}
