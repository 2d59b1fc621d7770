package org.konsil.feel;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One class of FEEL with calls of {@link Woven} in it. */
final class WovenClass extends ClassVisitor {

    private static final String WOVEN = Woven.class.getName().replace('.', '/');
    private static final String INTERPRETER = "org/camunda/feel/impl/interpreter/FeelInterpreter";
    private static final String EVAL =
            "(Lorg/camunda/feel/syntaxtree/Exp;Lorg/camunda/feel/impl/interpreter/EvalContext;)Lorg/camunda/feel/syntaxtree/Val;";
    private static final String EVAL_BY = "(L" + INTERPRETER + ";" + EVAL.substring(1);
    private static final String RANGE = "(Lscala/math/BigDecimal;Lscala/math/BigDecimal;)";

    private final String name;

    WovenClass(ClassVisitor woven, String name) {
        super(Opcodes.ASM9, woven);
        this.name = name;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        return new WovenMethod(
                super.visitMethod(access, method, descriptor, signature, exceptions), method, descriptor);
    }

    private final class WovenMethod extends MethodVisitor {

        private final String method;
        private final String descriptor;

        WovenMethod(MethodVisitor plain, String method, String descriptor) {
            super(Opcodes.ASM9, plain);
            this.method = method;
            this.descriptor = descriptor;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (method.equals("applyOrElse") && descriptor.startsWith("(Ljava/lang/Object;")) {
                super.visitVarInsn(Opcodes.ALOAD, 1);
                super.visitLdcInsn(name.replaceFirst(".*\\$anonfun\\$", "")
                        .replaceFirst(".*\\$\\$", "")
                        .replaceFirst("\\$\\d+$", ""));
                call("arguments", "(Ljava/lang/Object;Ljava/lang/String;)V");
            } else if (descriptor.equals(RANGE + "Lorg/camunda/feel/syntaxtree/ValList;")) {
                super.visitVarInsn(Opcodes.ALOAD, 0);
                super.visitVarInsn(Opcodes.ALOAD, 1);
                call("range", RANGE + "V");
            } else if (!method.startsWith("<") && !name.endsWith("FeelEngine")) {
                call("step", "()V");
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String called, String of, boolean isInterface) {
            if (owner.equals(INTERPRETER) && called.equals("eval") && of.equals(EVAL)) {
                call(name.endsWith("FeelEngine") ? "evaluate" : "part", EVAL_BY);
            } else {
                super.visitMethodInsn(opcode, owner, called, of, isInterface);
            }
        }

        private void call(String what, String of) {
            super.visitMethodInsn(Opcodes.INVOKESTATIC, WOVEN, what, of, false);
        }
    }
}
